#!/usr/bin/env node
/**
 * Adds the platform builds a registry did not offer to a package-lock.json, so that `npm ci` accepts it.
 *
 * npm leaves an optional dependency out of the lock when the registry has no such package, and then
 * `npm ci` refuses that very lock ("Missing: … from lock file"). Each stub written here carries version and
 * platform only; npm skips it wherever the platform differs.
 *
 * Usage: node deploy/lock/complete-lockfile.mjs [--check] [package-lock.json …]
 *   --check   change nothing; fail when a stub is missing
 */
import { readFileSync, writeFileSync } from 'node:fs';

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];
const libraries = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };

/** Entry of one build; the platform is read off a name such as `@swc/core-linux-x64-musl`. Keys in npm's order. */
function stubOf(name, version, dev) {
  const words = name.split(/[-/]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  const libc = os === 'linux' ? words.map((word) => libraries[word]).find(Boolean) : undefined;
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

/** The places where Node looks for a package required from `path`, innermost first. */
function lookupPaths(path, name) {
  const folders = [];
  for (let folder = path; ; folder = folder.slice(0, folder.lastIndexOf('node_modules')).replace(/\/$/, '')) {
    folders.push(folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`);
    if (!folder.includes('node_modules')) {
      return folder === '' ? folders : [...folders, `node_modules/${name}`];
    }
  }
}

/** Stubs of the optional dependencies without an entry, by their place in the lock. */
function missingStubs(packages) {
  const stubs = {};
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (lookupPaths(path, name).some((place) => place in packages)) {
        continue;
      }
      if (!/^\d+\.\d+\.\d+/.test(version)) {
        throw new Error(
          `${path || 'the root package'} wants ${name}@${version}: a stub needs an exact version.`,
        );
      }
      stubs[`node_modules/${name}`] = stubOf(name, version, entry.dev);
    }
  }
  return stubs;
}

/** Root entry first, then the order npm writes, so that npm's next write changes nothing. */
function sorted(packages) {
  return Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
}

function complete(file, checkOnly) {
  const text = readFileSync(file, 'utf8');
  const lock = JSON.parse(text);
  const stubs = missingStubs(lock.packages);
  const count = Object.keys(stubs).length;
  if (checkOnly && count > 0) {
    console.error(
      `${file}: ${count} platform builds are missing; run node deploy/lock/complete-lockfile.mjs.`,
    );
    process.exitCode = 1;
  } else if (count > 0) {
    lock.packages = sorted({ ...lock.packages, ...stubs });
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
    console.log(`${file}: ${count} platform builds added.`);
  } else {
    console.log(`${file}: complete.`);
  }
}

const files = process.argv.slice(2).filter((word) => !word.startsWith('--'));
for (const file of files.length > 0 ? files : ['package-lock.json']) {
  complete(file, process.argv.includes('--check'));
}
