export { isDuplicateKey } from './duplicate-key.ts';
export { KeysUnavailable } from './keys-unavailable.ts';
export { MongoKeyStore } from './mongo-key-store.ts';
export { isMongoOutage } from './mongo-outage.ts';
