/** What documents promise exists, and they tell nothing about the machines and people they were written with. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { anchorsOf, codeBlocks, documents, linksOf, type MarkdownDocument, root } from './documents.ts';

const all = documents();
const isRelative = (target: string) => !/^[a-z]+:/.test(target);

function brokenLinks({ path, text }: MarkdownDocument): readonly string[] {
  return linksOf(text)
    .filter(isRelative)
    .filter((target) => {
      const [file = '', anchor] = target.split('#', 2);
      const absolute = file === '' ? join(root, path) : join(root, dirname(path), file);
      if (!existsSync(absolute)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(absolute, 'utf8')).includes(anchor);
    })
    .map((target) => `${path}: ${target}`);
}

/** All finds of a pattern, by document. */
function finds(pattern: RegExp, allowed: readonly RegExp[] = []): readonly string[] {
  return all.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)]
      .map(([found]) => found)
      .filter((found) => !allowed.some((exception) => exception.test(found)))
      .map((found) => `${path}: ${found}`),
  );
}

describe('the documents', () => {
  it('are all found', () => {
    expect(all.length).toBeGreaterThan(20);
  });

  it('link only to what exists', () => {
    expect(all.flatMap(brokenLinks)).toEqual([]);
  });

  it('name only npm scripts that exist', () => {
    const { scripts }: { scripts: Readonly<Record<string, string>> } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    );
    const named = all.flatMap(({ path, text }) =>
      [...text.matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)|(?:`|^)npm (?!run)([a-z]+)/gm)].map(
        ([, script, lifecycle]) => ({ path, script: script ?? lifecycle ?? '' }),
      ),
    );
    const builtIn = ['ci', 'install'];
    expect(named.length).toBeGreaterThan(10);
    expect(
      named.filter(({ script }) => !builtIn.includes(script) && !Object.hasOwn(scripts, script)),
    ).toEqual([]);
  });

  it('name no machine, no path of one, and no address', () => {
    expect(finds(/(?<![\w.$}/])\/(?:home|root|work|tmp|Users|mnt|var|private)\/[^\s`]*/g)).toEqual([]);
    expect(finds(/https?:\/\/[^\s`)"'>|]+/g, [/^https?:\/\/127\.0\.0\.1[:/]/])).toEqual([]);
    expect(finds(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, [/^127\.0\.0\.1$/])).toEqual([]);
    expect(finds(/\b[\w.+-]+@[\w-]+\.[\w.-]+\b/g)).toEqual([]);
  });

  it('say of what language their code is, and leave no block open', () => {
    const unnamed = all.flatMap(({ path, text }) =>
      codeBlocks(text)
        .filter(({ language, code }) => language === '' && !code.includes('src/'))
        .map(({ line }) => `${path}:${line}`),
    );
    expect(unnamed).toEqual([]);
    expect(
      all.filter(({ text }) => (text.match(/^```/gm)?.length ?? 0) % 2 !== 0).map(({ path }) => path),
    ).toEqual([]);
  });
});
