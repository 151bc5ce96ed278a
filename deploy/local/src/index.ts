export { type LifecycleOptions, runLifecycle } from './lifecycle/run-lifecycle.ts';
