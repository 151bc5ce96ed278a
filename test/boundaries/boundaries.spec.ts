/** Proves that each boundary really stops a violation: Biome runs with the repository's configuration on a fixture. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');

interface Violation {
  readonly file: string;
  readonly source: string;
  readonly rule: string;
  readonly says: RegExp;
}

const domain = 'services/intake/src/domain';
const imports = 'lint/style/noRestrictedImports';
const pure = /A domain is pure/;
const oneService = /imports a service/;
const exportsOnly = /declares in its exports/;
const inwards = /Rooms depend inwards only/;

function importing(file: string, specifier: string, says: RegExp): Violation {
  return { file, source: `export { it } from '${specifier}';\n`, rule: imports, says };
}

const violations: Record<string, Violation> = {
  'domain imports the framework': importing(`${domain}/a/a1.ts`, '@nestjs/common', pure),
  'domain imports a Node module': importing(`${domain}/a/a2.ts`, 'node:fs', pure),
  'domain imports a Node module by its old name': importing(`${domain}/a/a3.ts`, 'fs', pure),
  'domain imports a driver': importing(`${domain}/a4.ts`, 'mongoose', pure),
  'domain imports an outer library': importing(`${domain}/a5.ts`, '@iic/service-kit', pure),
  'domain imports test helpers': importing(`${domain}/a6.ts`, '@iic/event-sourcing/testing', pure),
  'domain imports on demand': {
    file: `${domain}/a7.ts`,
    source: "export const later = () => import('kafkajs');\n",
    rule: imports,
    says: pure,
  },
  'domain imports an outer room': importing(`${domain}/a/a8.ts`, '../../http/x.ts', inwards),
  'domain imports its read model': importing(`${domain}/a9.ts`, '../read-model/x.ts', inwards),
  'domain imports values of the contracts': {
    file: `${domain}/b1.ts`,
    source:
      "import { ApplicationFiled } from '@iic/contracts';\nexport const type = ApplicationFiled.type;\n",
    rule: 'plugin',
    says: /types only/,
  },
  'domain reads the clock': {
    file: `${domain}/b2.ts`,
    source: 'export const now = () => Date.now();\n',
    rule: 'plugin',
    says: /reads no clock/,
  },
  'domain makes the present date': {
    file: `${domain}/b3.ts`,
    source: 'export const now = () => new Date();\n',
    rule: 'plugin',
    says: /reads no clock/,
  },
  'domain draws by chance': {
    file: `${domain}/b4.ts`,
    source: 'export const draw = () => Math.random();\n',
    rule: 'plugin',
    says: /no chance/,
  },
  'domain does I/O through a global': {
    file: `${domain}/b5.ts`,
    source: "export const page = () => fetch('http://localhost');\n",
    rule: 'lint/style/noRestrictedGlobals',
    says: /fetch/,
  },
  'read model imports http': importing('services/intake/src/read-model/c1.ts', '../http/x.ts', inwards),
  'read model imports messaging': importing(
    'services/intake/src/read-model/c2.ts',
    '../messaging/x.ts',
    inwards,
  ),
  'http imports messaging': importing('services/intake/src/http/c3.ts', '../messaging/x.ts', inwards),
  'messaging imports http': importing('services/intake/src/messaging/c4.ts', '../http/x.ts', inwards),
  'a room imports the wiring': importing(
    'services/intake/src/http/c5.ts',
    '../intake.module.ts',
    /Wiring imports/,
  ),
  'a service imports another': importing('services/intake/src/d1.ts', '@iic/registry', oneService),
  'a room of a service imports another': importing(
    'services/audit/src/http/d2.ts',
    '@iic/intake',
    oneService,
  ),
  'a test of a service imports another': importing(
    'services/intake/src/d3.spec.ts',
    '@iic/registry',
    oneService,
  ),
  'a library imports a service': importing('libs/policy/src/d4.ts', '@iic/intake', oneService),
  'a deep import': importing('libs/policy/src/e1.ts', '@iic/contracts/dist/common.js', exportsOnly),
  'a deep import in a test': importing(
    'libs/policy/src/e2.spec.ts',
    '@iic/contracts/src/common.ts',
    exportsOnly,
  ),
  'a deep import in the composition root': importing(
    'services/standalone/src/e3.ts',
    '@iic/intake/x',
    exportsOnly,
  ),
  'a relative path into another package': importing(
    'libs/policy/src/e4.ts',
    '../../access/src/x.ts',
    exportsOnly,
  ),
  'test helpers in the product': importing(
    'libs/policy/src/e5.ts',
    '@iic/event-sourcing/testing',
    exportsOnly,
  ),
  'an undeclared dependency': {
    file: 'libs/policy/src/f1.ts',
    source: "export { pino } from 'pino';\n",
    rule: 'lint/correctness/noUndeclaredDependencies',
    says: /Dependency pino/,
  },
  'a cycle of files': {
    file: 'libs/policy/src/g1.ts',
    source: "import { g2 } from './g2.ts';\n\nexport const g1 = () => g2();\n",
    rule: 'lint/suspicious/noImportCycles',
    says: /cycle/,
  },
};

/** What the rules must let through. */
const permitted: Record<string, string> = {
  'libs/policy/src/g2.ts': "import { g1 } from './g1.ts';\n\nexport const g2: () => unknown = () => g1();\n",
  'libs/policy/src/ok.spec.ts': "export { it } from '@iic/event-sourcing/testing';\n",
  'services/standalone/src/ok.ts': "export { it } from '@iic/intake';\n",
  'services/intake/src/http/ok.ts':
    "export { read } from '../read-model/x.ts';\nexport { decide } from '../domain/a/decide.ts';\n",
  [`${domain}/a/ok.ts`]: [
    "import { accept } from '@iic/event-sourcing';",
    "import type { ApplicationFiled } from '@iic/contracts';",
    "import { problems } from '../problems.ts';",
    "import { evolve } from './evolve.ts';",
    'export const year = (instant: string) => new Date(instant).getUTCFullYear();',
    'export const all = [accept, problems, evolve];',
    'export type Filed = ApplicationFiled;',
    '',
  ].join('\n'),
};

interface Report {
  readonly diagnostics: ReadonlyArray<{
    readonly category: string;
    readonly message: string;
    readonly location: { readonly path: string };
    readonly advices?: unknown;
  }>;
}

function write(fixture: string, file: string, text: string): void {
  mkdirSync(dirname(join(fixture, file)), { recursive: true });
  writeFileSync(join(fixture, file), text);
}

function manifest(name: string): string {
  const dependencies = { '@iic/event-sourcing': '0', '@iic/contracts': '0', '@iic/intake': '0' };
  return JSON.stringify({ name, dependencies });
}

/** Lints all fixtures in one run. */
function lint(): Report {
  const fixture = mkdtempSync(join(tmpdir(), 'boundaries-'));
  try {
    for (const file of ['.biome.json', '.gitignore', 'test/boundaries/pure-domain.grit']) {
      cpSync(join(root, file), join(fixture, file));
    }
    for (const folder of ['libs/policy', 'services/intake', 'services/audit', 'services/standalone']) {
      write(fixture, `${folder}/package.json`, manifest(folder));
    }
    for (const { file, source } of Object.values(violations)) {
      write(fixture, file, source);
    }
    for (const [file, source] of Object.entries(permitted)) {
      write(fixture, file, source);
    }
    return biomeReport(fixture);
  } finally {
    rmSync(fixture, { recursive: true });
  }
}

function biomeReport(fixture: string): Report {
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '.'];
  try {
    execFileSync(process.execPath, [biome, ...args], { cwd: fixture, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    return JSON.parse((error as { readonly stdout: string }).stdout);
  }
  throw new Error('Biome found nothing wrong with the fixture.');
}

describe('boundaries', () => {
  const report = lint();
  const found = (file: string) => report.diagnostics.filter(({ location }) => location.path === file);

  it.each(Object.entries(violations))('refuse: %s', (_name, { file, rule, says }) => {
    const hits = found(file).filter(({ category }) => category === rule);
    expect(hits.map((hit) => JSON.stringify(hit))).toContainEqual(expect.stringMatching(says));
  });

  it.each(Object.keys(permitted).filter((file) => !file.endsWith('g2.ts')))('permit %s', (file) => {
    expect(found(file)).toEqual([]);
  });

  it('know every service by name', () => {
    const configuration = readFileSync(join(root, '.biome.json'), 'utf8');
    for (const service of readdirSync(join(root, 'services'))) {
      expect(configuration).toContain(`"@iic/${service}"`);
    }
  });
});
