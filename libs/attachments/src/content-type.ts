import { fileTypeFromBuffer } from 'file-type';

/** Bytes from the beginning of a file that its type is recognised by. */
export const headLength = 64 * 1024;

const plainText = 'text/plain';

/** Media type of a file by its content: what its signature says, plain text, or `application/octet-stream`. */
export async function contentTypeOf(head: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(head);
  if (found !== undefined) return found.mime;
  return isText(head) ? plainText : 'application/octet-stream';
}

/** Whether bytes are UTF-8 text without control characters; the last character may be cut off. */
function isText(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
    return !/[\x00-\x08\x0e-\x1f]/.test(text);
  } catch {
    return false;
  }
}
