import type { ReviewMarks } from './plan-import.ts';

/** What the markup of the word-processing parts holds besides text that is imported. */
export interface MarkupCensus extends ReviewMarks {
  /** Insertions, deletions and moves neither accepted nor rejected. */
  readonly contentChanges: number;
  readonly notes: number;
  readonly pictures: number;
  readonly formulas: number;
}

const contentChanges = ['ins', 'del', 'moveFrom', 'moveTo', 'cellIns', 'cellDel', 'cellMerge'];
const formattingChanges = [
  'rPrChange',
  'pPrChange',
  'sectPrChange',
  'tblPrChange',
  'tblPrExChange',
  'trPrChange',
  'tcPrChange',
  'tblGridChange',
  'numberingChange',
];
const wordNamespace =
  /xmlns(?::([\w.-]+))?\s*=\s*["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/g;

/**
 * Counts elements by one pass over the start tags. Parsing the parts only to count would double the memory of an
 * import; text cannot look like a tag, because `<` is always escaped in it.
 */
export function countMarkup(parts: Iterable<string>): MarkupCensus {
  const word = new Map<string, number>();
  const other = new Map<string, number>();
  for (const text of parts) {
    countTags(text, word, other);
  }
  const sum = (names: readonly string[]) => names.reduce((total, name) => total + (word.get(name) ?? 0), 0);
  const tally = (name: string) => other.get(name) ?? 0;
  return {
    contentChanges: sum(contentChanges),
    formattingChanges: sum(formattingChanges),
    comments: sum(['comment']),
    notes: sum(['footnoteReference', 'endnoteReference']),
    // A picture may be written twice, once as DrawingML and once as VML for old readers.
    pictures: Math.max(tally('pic'), tally('imagedata')) + tally('chart') + tally('relIds'),
    formulas: tally('oMath'),
  };
}

function countTags(text: string, word: Map<string, number>, other: Map<string, number>): void {
  const wordPrefixes = new Set(Array.from(text.matchAll(wordNamespace), (match) => match[1] ?? ''));
  for (const [, prefix = '', name = ''] of text.matchAll(/<(?:([\w.-]+):)?([\w.-]+)(?=[\s/>])/g)) {
    const counts = wordPrefixes.has(prefix) ? word : other;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
}
