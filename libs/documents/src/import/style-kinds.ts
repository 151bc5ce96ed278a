import { elementsNamed, parsePart, type XmlElement } from './xml-dom.ts';

/** What a paragraph style says about the paragraphs that use it. */
export interface StyleKind {
  /** Outline level from 1; null for body text. */
  readonly headingLevel: number | null;
  /** True for the styles of a table of contents. */
  readonly contents: boolean;
}

interface StyleDefinition {
  readonly name: string;
  readonly basedOn: string | undefined;
  /** As written, from 0; 9 means body text. */
  readonly outlineLevel: number | undefined;
}

const bodyText: StyleKind = { headingLevel: null, contents: false };
const longestInheritance = 20;

/** Kinds of all styles of a styles part by style id, following what each style is based on. */
export function readStyleKinds(part: string, text: string | undefined): ReadonlyMap<string, StyleKind> {
  const definitions = new Map<string, StyleDefinition>();
  if (text !== undefined) {
    for (const element of elementsNamed(parsePart(part, text), 'style')) {
      definitions.set(attribute(element, 'styleId') ?? '', readDefinition(element));
    }
  }
  return new Map([...definitions.keys()].map((id) => [id, kindOf(id, definitions)]));
}

/** Kind of a style by its name alone, in the names Word and WPS give in Chinese and English. */
export function kindOfName(name: string): StyleKind | undefined {
  const plain = name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  if (/^(?:toc|目录|目次|contents)/.test(plain) || /手动目录/.test(plain)) {
    return { headingLevel: null, contents: true };
  }
  const level = /^(?:heading|标题)([1-9])/.exec(plain)?.[1];
  return level === undefined ? undefined : { headingLevel: Number(level), contents: false };
}

function kindOf(id: string, definitions: ReadonlyMap<string, StyleDefinition>): StyleKind {
  let current = definitions.get(id);
  for (let step = 0; current !== undefined && step < longestInheritance; step += 1) {
    const named = kindOfName(current.name);
    if (named?.contents) {
      return named;
    }
    if (current.outlineLevel !== undefined) {
      return current.outlineLevel < 9
        ? { headingLevel: current.outlineLevel + 1, contents: false }
        : bodyText;
    }
    if (named) {
      return named;
    }
    current = current.basedOn === undefined ? undefined : definitions.get(current.basedOn);
  }
  return bodyText;
}

function readDefinition(style: XmlElement): StyleDefinition {
  const value = (name: string) => {
    const element = elementsNamed(style, name)[0];
    return element && attribute(element, 'val');
  };
  const level = value('outlineLvl');
  return {
    name: value('name') ?? '',
    basedOn: value('basedOn'),
    outlineLevel: level !== undefined && /^[0-9]$/.test(level) ? Number(level) : undefined,
  };
}

/** An attribute of a word-processing element, transitional or strict. */
function attribute(element: XmlElement, name: string): string | undefined {
  const namespaces = [
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  ];
  return (
    namespaces.map((namespace) => element.getAttributeNS(namespace, name)).find((found) => !!found) ??
    undefined
  );
}
