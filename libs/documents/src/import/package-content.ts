import { DocumentProblem } from '../document-problem.ts';
import type { PackageParts } from './package-reader.ts';
import { elementsNamed, parsePart } from './xml-dom.ts';

/** Where the parts stand that the import reads. */
export interface WordPackage {
  readonly parts: PackageParts;
  /** Name of the main document part. */
  readonly document: string;
  /** Text of the styles part, where there is one. */
  readonly styles: string | undefined;
  /** Relationships to content outside the file: linked pictures, objects, sub-documents. */
  readonly externalContent: number;
}

const contentTypesPart = '[Content_Types].xml';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const activeContentName = /(?:^|\/)(?:vbaProject[^/]*|vbaData\.xml|activeX\d*\.(?:xml|bin))$|\/activeX\//i;
const activeContentType = /macroEnabled|vbaProject|vbaData|activeX/i;
/** Kinds of outside targets that are no content: Word notes the template of nearly every document. */
const harmlessRelationship = /\/(?:hyperlink|attachedTemplate)$/;

/** Refuses a package that is no Word document or holds active content; finds the parts to read. */
export function inspectPackage(parts: PackageParts): WordPackage {
  const contentTypes = parts.xml.get(contentTypesPart);
  if (contentTypes === undefined) {
    throw new DocumentProblem('docx-not-recognised');
  }
  const types = elementsNamed(parsePart(contentTypesPart, contentTypes), 'Override').map((element) => ({
    part: (element.getAttribute('PartName') ?? '').replace(/^\//, ''),
    type: element.getAttribute('ContentType') ?? '',
  }));
  refuseActiveContent(parts.names, types);
  const document = types.find((entry) => entry.type === `${wordType}document.main+xml`)?.part;
  if (document === undefined) {
    throw new DocumentProblem('docx-not-recognised');
  }
  if (!parts.xml.has(document)) {
    throw new DocumentProblem('docx-damaged', { part: document });
  }
  const styles = types.find((entry) => entry.type === `${wordType}styles+xml`)?.part;
  return {
    parts,
    document,
    styles: styles === undefined ? undefined : parts.xml.get(styles),
    externalContent: countExternalContent(parts.xml),
  };
}

function refuseActiveContent(
  names: readonly string[],
  types: readonly { readonly part: string; readonly type: string }[],
): void {
  const part =
    names.find((name) => activeContentName.test(name)) ??
    types.find((entry) => activeContentType.test(entry.type))?.part;
  if (part !== undefined) {
    throw new DocumentProblem('docx-macros', { part });
  }
}

function countExternalContent(xml: ReadonlyMap<string, string>): number {
  const relationships = [...xml]
    .filter(([name]) => name.endsWith('.rels'))
    .flatMap(([name, text]) => elementsNamed(parsePart(name, text), 'Relationship'));
  return relationships.filter(
    (element) =>
      element.getAttribute('TargetMode') === 'External' &&
      !harmlessRelationship.test(element.getAttribute('Type') ?? ''),
  ).length;
}
