export { samplePolicyDocument } from './sample-pack.ts';
