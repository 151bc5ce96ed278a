export { type CollectionFactory, collectionContract, type OpenDatabase } from './collection-contract.ts';
