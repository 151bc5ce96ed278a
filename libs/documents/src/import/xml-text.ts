import { DocumentProblem } from '../document-problem.ts';

/**
 * Text of an XML part as ECMA-376-2 allows it: UTF-8 or UTF-16, no document type. The XML declaration is left out,
 * so that no later reader can take the text for another encoding.
 */
export function decodeXml(part: string, bytes: Uint8Array): string {
  const byteOrder = utf16Order(bytes);
  const text = decode(part, bytes, byteOrder ?? 'utf-8');
  const declaration = /^<\?xml\s[^>]*\?>/.exec(text)?.[0] ?? '';
  const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1]?.toLowerCase();
  const allowed = byteOrder ? ['utf-16', 'utf16'] : ['utf-8', 'utf8', 'us-ascii', 'ascii'];
  if (text.includes('\0') || (encoding !== undefined && !allowed.includes(encoding))) {
    throw new DocumentProblem('docx-damaged', { part });
  }
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text)) {
    throw new DocumentProblem('docx-external-entity', { part });
  }
  return text.slice(declaration.length);
}

function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return 'utf-16le';
  }
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function decode(part: string, bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new DocumentProblem('docx-damaged', { part });
  }
}
