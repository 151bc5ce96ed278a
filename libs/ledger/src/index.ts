export { leafHash, verifyLeaf } from './leaf.ts';
