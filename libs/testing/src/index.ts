export { standIn } from './stand-in.ts';
export { type Answer, type Asking, TestPlatform } from './test-platform.ts';
