export { type CenterStory, playCenter } from './lifecycle/play-center.ts';
export { type LifecycleOptions, runLifecycle } from './lifecycle/run-lifecycle.ts';
