/** The repository's documents for people, and what can be found in them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Root of the repository. */
export const root = join(import.meta.dirname, '../..');

/** A Markdown file of the repository. */
export interface MarkdownDocument {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** README.md and everything below docs. */
export function documents(): readonly MarkdownDocument[] {
  return ['README.md', ...globSync('docs/**/*.md', { cwd: root }).sort()].map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
  }));
}

/** A fenced block of code. */
export interface CodeBlock {
  readonly language: string;
  readonly code: string;
  /** Line of the document its code begins at, from 1. */
  readonly line: number;
}

/** The fenced blocks of a Markdown text, in order. */
export function codeBlocks(text: string): readonly CodeBlock[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] ?? '',
    code: match[2] ?? '',
    line: text.slice(0, match.index).split('\n').length + 1,
  }));
}

/** A Markdown text without its code, where brackets and names mean something else. */
export function prose(text: string): string {
  return text.replaceAll(/^```\w*\n[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, '');
}

/** Targets of the links of a Markdown text. */
export function linksOf(text: string): readonly string[] {
  return [...prose(text).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => target);
}

/** Anchors of a document's headings, as GitHub makes them. */
export function anchorsOf(text: string): readonly string[] {
  const withoutCode = text.replaceAll(/^```\w*\n[\s\S]*?^```$/gm, '');
  return [...withoutCode.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{Letter}\p{Number}\p{Mark} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
