import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkName,
  findDelegation,
  InvalidPolicyPack,
  jilin2020,
  loadPolicyPacks,
  parsePolicyPack,
  policyIdentity,
  readPolicyPack,
} from '../index.ts';
import { samplePolicyDocument } from '../testing/index.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'iic-policy-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: string | Buffer): string {
  const path = join(folder, 'pack.json');
  writeFileSync(path, content);
  return path;
}

/** The problems of a document, as `path: message`. */
function problemsOf(document: unknown): readonly string[] {
  try {
    parsePolicyPack(document, 'pack.json');
  } catch (error) {
    if (error instanceof InvalidPolicyPack)
      return error.problems.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}

/** The sample with the values at some JSON pointers replaced; `undefined` takes the member away. */
function sampleWith(changes: Readonly<Record<string, unknown>>): unknown {
  const document: unknown = JSON.parse(JSON.stringify(samplePolicyDocument()));
  for (const [pointer, value] of Object.entries(changes)) {
    const names = pointer.split('/').slice(1);
    const last = names.pop() ?? '';
    const holder = names.reduce<unknown>((at, name) => Reflect.get(Object(at), name), document);
    if (value === undefined) Reflect.deleteProperty(Object(holder), last);
    else Reflect.set(Object(holder), last, value);
  }
  return document;
}

describe('a pack from a JSON file', () => {
  it('loads another province beside Jilin without a change of code', () => {
    const packs = loadPolicyPacks([fileOf(JSON.stringify(samplePolicyDocument(), null, 2))]);
    const pack = packs.get('sample-province-2031');
    expect(packs.all().map(({ id }) => id)).toEqual(['jilin-2020', 'sample-province-2031']);
    expect(packs.findInForce('990000', '2031-02-01')).toBe(pack);
    expect(findDelegation(pack, 'adjustment')?.to).toBe('competent-unit');
    expect(checkName(pack, '样例省新材料产业创新中心', 'zh')).toEqual([]);
    expect(policyIdentity(pack)).toEqual(policyIdentity(samplePolicyDocument()));
  });

  it('has the same hash however the file is written', () => {
    const { format, ...rest } = JSON.parse(JSON.stringify(jilin2020));
    const pack = readPolicyPack(fileOf(JSON.stringify({ ...rest, format }, null, 4)));
    expect(policyIdentity(pack)).toEqual(policyIdentity(jilin2020));
  });

  it('is frozen', () => {
    const pack = parsePolicyPack(samplePolicyDocument(), 'sample');
    expect(Object.isFrozen(pack)).toBe(true);
    expect(Object.isFrozen(pack.reviewKinds[0]?.panel.size)).toBe(true);
  });

  it('says that a file cannot be read or is not JSON', () => {
    const missing = join(folder, 'none.json');
    expect(() => readPolicyPack(missing)).toThrow(/none\.json cannot be used:\n.*cannot be read: ENOENT/);
    expect(() => readPolicyPack(fileOf('{"id": '))).toThrow(/\(document\): is not JSON: /);
    expect(() => readPolicyPack(fileOf(Buffer.from([0x22, 0xff, 0x22])))).toThrow(
      /cannot be read: .*not valid/,
    );
  });

  it.each([[null], [[]], ['text'], [{}], [{ format: 'iic-policy-pack/1' }]])(
    'refuses %j',
    (document: unknown) => {
      expect(problemsOf(document)).not.toEqual([]);
    },
  );
});

describe('what is wrong in a document', () => {
  it.each<[Record<string, unknown>, string]>([
    [{ '/id': undefined }, '/id: is missing'],
    [{ '/format': 'iic-policy-pack/2' }, '/format: must be "iic-policy-pack/1"'],
    [{ '/parameters/summaryTargt': 1 }, '/parameters/summaryTargt: is not a member'],
    [{ '/parameters/summaryTarget/value': '1000' }, '/parameters/summaryTarget/value: must be number'],
    [
      { '/parameters/constructionPeriod/unit': 'weeks' },
      '/parameters/constructionPeriod/unit: must be one of "natural-days", "working-days", "months", "years"',
    ],
    [{ '/parameters/constructionPeriod/value': -1 }, '/parameters/constructionPeriod/value: must be >= 0'],
    [{ '/names/standing/origin/kind': 'rumour' }, '/names/standing/origin: has none of the forms'],
    [{ '/names/standing/origin/article': undefined }, '/names/standing/origin/article: is missing'],
    [{ '/windows/0/opens': 'spring' }, '/windows/0/opens: must match'],
    [{ '/confirmation': { by: 1 } }, '/confirmation/on: is missing'],
    [{ '/gradeScales/1/grades/0/from/value': 'x' }, '/gradeScales/1/grades/0/from/value: must be number'],
    [{ '/regulation/issuedOn': '2031-02-30' }, '/regulation/issuedOn: is not a day of the calendar'],
    [{ '/regulation/effectiveUntil': '2031-01-31' }, '/regulation/effectiveUntil: comes before'],
    [
      { '/names/zh/pattern': '样例省产业创新中心' },
      '/names/zh/pattern: must hold its placeholder exactly once',
    ],
    [{ '/names/standing/origin/article': 'Art. 99' }, '/names/standing/origin/article: cites "Art. 99"'],
    [{ '/conditions/1/code': 'clear-goals' }, '/conditions/1/code: repeats "clear-goals"'],
    [{ '/outline/summaryChapter': 'abstract' }, '/outline/summaryChapter: "abstract" is not defined'],
    [{ '/outline/chapters/1/key': 'summary' }, '/outline/chapters/1/key: repeats "summary"'],
    [{ '/reviewKinds/0/decisionKind': 'x' }, '/reviewKinds/0/decisionKind: "x" is not defined'],
    [{ '/reviewKinds/0/conclusions/0/proposes': 'x' }, '/reviewKinds/0/conclusions/0/proposes: "x"'],
    [{ '/reviewKinds/0/scoresheet/bands/1/from/value': 10 }, '/reviewKinds/0/scoresheet/bands: must run'],
    [
      { '/reviewKinds/0/scoresheet/bands/0/conclusion': 'x' },
      '/reviewKinds/0/scoresheet/bands/0/conclusion:',
    ],
    [
      { '/reviewKinds/0/scoresheet/stageWeights/0/percent/value': 30 },
      '/reviewKinds/0/scoresheet/stageWeights: must add up to 100 percent, not 90',
    ],
    [
      { '/reviewKinds/0/scoresheet/stageWeights/0/step': 'x' },
      '/reviewKinds/0/scoresheet/stageWeights/0/step:',
    ],
    [{ '/decisionKinds/0/reviewKind': 'x' }, '/decisionKinds/0/reviewKind: "x" is not defined'],
    [{ '/decisionKinds/0/outcomes/0/follows/0': 'x' }, '/decisionKinds/0/outcomes/0/follows: "x"'],
    [{ '/decisionKinds/0/outcomes/0/reliesOn': ['x'] }, '/decisionKinds/0/outcomes/0/reliesOn: "x"'],
    [{ '/gradeScales/1/floors/0/grade': 'x' }, '/gradeScales/1/floors/0/grade: "x" is not defined'],
    [{ '/gradeScales/1/streaks/0/becomes': 'x' }, '/gradeScales/1/streaks/0/becomes: "x" is not defined'],
    [{ '/regulation/title/zh': '\uD800' }, ': The text holds half of a surrogate pair'],
  ])('%j: %s', (changes, problem) => {
    expect(problemsOf(sampleWith(changes)).join('\n')).toContain(problem);
  });

  it('is said all at once, one line each, with the document named', () => {
    const document = sampleWith({ '/id': undefined, '/version': 0, '/parameters/foo': 1 });
    expect(() => parsePolicyPack(document, 'province.json')).toThrow(
      new InvalidPolicyPack('province.json', [
        { path: '/id', message: 'is missing' },
        { path: '/version', message: 'must be >= 1' },
        { path: '/parameters/foo', message: 'is not a member that a policy pack has; check the spelling' },
      ]),
    );
  });

  it('is not cut off after a few', () => {
    const changes = Object.fromEntries(
      Object.keys(jilin2020.parameters).map((name) => [`/parameters/${name}`, 1]),
    );
    expect(problemsOf(sampleWith(changes))).toHaveLength(Object.keys(changes).length);
  });
});
