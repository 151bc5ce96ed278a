import { createRequire } from 'node:module';
import { DocumentProblem } from '../document-problem.ts';

/** The little of the DOM that reading a part needs. */
export interface XmlElement {
  readonly localName: string;
  getAttribute(name: string): string | null;
  getAttributeNS(namespace: string, name: string): string | null;
  getElementsByTagNameNS(namespace: string, localName: string): ArrayLike<XmlElement>;
}

interface XmlDom {
  readonly DOMParser: new (options: {
    errorHandler: { warning(): void; error(): void; fatalError(): void };
  }) => {
    parseFromString(text: string, mediaType: string): { documentElement?: XmlElement | null } | undefined;
  };
}

// Required, not imported: the package's own types would bring the browser's globals into every package that
// is type-checked together with this one.
const { DOMParser }: XmlDom = createRequire(import.meta.url)('@xmldom/xmldom');

/** The root of a small part (content types, relationships, styles); refuses what is not well-formed. */
export function parsePart(part: string, text: string): XmlElement {
  const refuse = (): never => {
    throw new DocumentProblem('docx-damaged', { part });
  };
  const parser = new DOMParser({ errorHandler: { warning: refuse, error: refuse, fatalError: refuse } });
  return parser.parseFromString(text, 'text/xml')?.documentElement ?? refuse();
}

/** Elements below `root` with this local name, in any namespace. */
export function elementsNamed(root: XmlElement, localName: string): readonly XmlElement[] {
  return Array.from(root.getElementsByTagNameNS('*', localName));
}
