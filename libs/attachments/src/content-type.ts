import { fileTypeFromBuffer } from 'file-type';

/** Bytes from the beginning of a file that its type is recognised by. */
export const headLength = 256 * 1024;

const plainText = 'text/plain';

/** Text comes in UTF-8 and, from older Chinese programs, in GB 18030. */
const encodings = ['utf-8', 'gb18030'] as const;

/**
 * Media type of a file by its content: what its signature says, plain text, or `application/octet-stream`.
 * Signatures can be as short as two letters ("BM…" is a bitmap), so what is declared as text and is text
 * is believed.
 */
export async function contentTypeOf(head: Uint8Array, declaredType: string): Promise<string> {
  if (declaredType === plainText && isText(head)) return plainText;
  const found = await fileTypeFromBuffer(head);
  if (found !== undefined) return found.mime;
  return isText(head) ? plainText : 'application/octet-stream';
}

/** Whether bytes are text without control characters; the last character may be cut off. */
function isText(head: Uint8Array): boolean {
  return encodings.some((encoding) => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file
      return !/[\x00-\x08\x0e-\x1f]/.test(text);
    } catch {
      return false;
    }
  });
}
