export { DocumentsUnavailable, reaching } from './documents-unavailable.ts';
export { isDuplicateKey, MongoUnusable, openMongo } from './mongo-connection.ts';
export { MongoDocumentDatabase } from './mongo-document-database.ts';
