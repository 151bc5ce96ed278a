export { attachmentStoreContract, type OpenAttachmentStore } from './attachment-store-contract.ts';
