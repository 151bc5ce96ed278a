/** What Biome cannot see: how the packages depend on each other, and that their build order says the same. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');

interface Package {
  readonly name: string;
  readonly folder: string;
  /** Packages of this repository it needs, also for its tests. */
  readonly needs: readonly string[];
  /** Packages of this repository it needs at run time. */
  readonly runs: readonly string[];
  readonly exports: readonly string[];
  /** Folders TypeScript builds before it. */
  readonly references: readonly string[];
}

function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

function ownNames(dependencies: unknown): string[] {
  return Object.keys(dependencies ?? {}).filter((name) => name.startsWith('@iic/'));
}

function readPackage(file: string): Package {
  const folder = dirname(file);
  const manifest = readJson(file);
  const references = (readJson(`${folder}/tsconfig.json`)['references'] ?? []) as readonly { path: string }[];
  const runs = ownNames(manifest['dependencies']);
  return {
    name: String(manifest['name']),
    folder,
    needs: [...runs, ...ownNames(manifest['devDependencies'])],
    runs,
    exports: Object.keys(manifest['exports'] ?? {}),
    references: references.map(({ path }) => relative(root, join(root, folder, path))),
  };
}

/** What is loaded by those alone who need it: helpers for tests, and adapters whose clients are heavy. */
const apart = ['./testing', './kafka', './kurrentdb', './mongodb', './s3'];

const packages = globSync('{libs,services}/*/package.json', { cwd: root })
  .concat('deploy/local/package.json')
  .map(readPackage);
const byName = new Map(packages.map((each) => [each.name, each]));

/** The names along a circle of dependencies through this package, or undefined. */
function cycleFrom(name: string, path: readonly string[] = []): readonly string[] | undefined {
  if (path.includes(name)) {
    return path[0] === name ? [...path, name] : undefined;
  }
  for (const next of byName.get(name)?.needs ?? []) {
    const cycle = cycleFrom(next, [...path, name]);
    if (cycle !== undefined) {
      return cycle;
    }
  }
  return undefined;
}

describe.each(packages)('package $name', ({ name, folder, needs, runs, exports, references }) => {
  it('is in no circle of dependencies', () => {
    expect(cycleFrom(name)).toBeUndefined();
  });

  it('needs a service only where services are put together', () => {
    const composes = folder === 'services/standalone' || folder.startsWith('deploy/');
    const services = needs.filter((need) => byName.get(need)?.folder.startsWith('services/'));
    expect(composes ? [] : services).toEqual([]);
  });

  it('exports its index, and at most its helpers for tests and its adapters of servers', () => {
    expect(exports.filter((entry) => !apart.includes(entry))).toEqual(['.']);
  });

  it('is built after what it needs', () => {
    const folders = runs.map((need) => byName.get(need)?.folder);
    expect(references.toSorted()).toEqual(expect.arrayContaining(folders.toSorted()));
    expect(references.filter((reference) => !existsSync(join(root, reference)))).toEqual([]);
  });
});
