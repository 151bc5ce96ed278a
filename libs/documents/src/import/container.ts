import { DocumentProblem } from '../document-problem.ts';

const zipSignature = [0x50, 0x4b, 0x03, 0x04];
const oleSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * Refuses what by its first bytes cannot be a DOCX. Word keeps password-protected documents, like the old .doc,
 * in an OLE compound file [MS-CFB].
 */
export function checkContainer(bytes: Uint8Array, limitBytes: number): void {
  if (bytes.length > limitBytes) {
    throw new DocumentProblem('docx-too-large', { limitMegabytes: Math.floor(limitBytes / (1024 * 1024)) });
  }
  if (startsWith(bytes, oleSignature)) {
    throw new DocumentProblem('docx-legacy-or-encrypted');
  }
  if (!startsWith(bytes, zipSignature)) {
    throw new DocumentProblem('docx-not-recognised');
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
