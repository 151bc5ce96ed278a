export { isDuplicateKey } from './duplicate-key.ts';
export { MongoAway, reachingMongo } from './mongo-away.ts';
export { MongoKeyStore } from './mongo-key-store.ts';
export { isMongoOutage } from './mongo-outage.ts';
