export { DocumentsUnavailable } from './documents-unavailable.ts';
export { MongoUnusable, openMongo, pingMongo } from './mongo-connection.ts';
export { MongoDocumentDatabase } from './mongo-document-database.ts';
