import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderAttachmentStore } from './folder-attachment-store.ts';
import { attachmentsCopyContract, type OpenPlace } from './testing/index.ts';

const root = mkdtempSync(join(tmpdir(), 'iic-attachments-copy-'));
const open: OpenPlace = (place, keys) => new FolderAttachmentStore({ folder: join(root, place), keys });

attachmentsCopyContract('folder to folder', open, open);
