export { attachmentStoreContract } from './attachment-store-contract.ts';
export { attachmentsCopyContract, type OpenPlace } from './attachments-copy-contract.ts';
