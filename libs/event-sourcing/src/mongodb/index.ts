export { isDuplicateKey } from './duplicate-key.ts';
export { MongoKeyStore } from './mongo-key-store.ts';
