import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const script = join(import.meta.dirname, 'complete-lockfile.mjs');

describe('complete-lockfile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));
  const file = join(folder, 'package-lock.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(packages: Record<string, unknown>, ...flags: readonly string[]) {
    writeFileSync(file, JSON.stringify({ lockfileVersion: 3, packages }));
    const { status } = spawnSync(process.execPath, [script, ...flags, file]);
    return { status, packages: JSON.parse(readFileSync(file, 'utf8')).packages };
  }
  const optional = (...names: readonly string[]) => ({
    version: '1.0.0',
    optionalDependencies: Object.fromEntries(names.map((name) => [name, '1.2.3'])),
  });

  it('adds every platform build the registry did not have', () => {
    const tool = { ...optional('@tool/linux-x64-musl', '@tool/darwin-arm64'), dev: true };
    expect(run({ '': {}, 'node_modules/tool': tool })).toEqual({
      status: 0,
      packages: {
        '': {},
        'node_modules/@tool/darwin-arm64': {
          version: '1.2.3',
          cpu: ['arm64'],
          dev: true,
          optional: true,
          os: ['darwin'],
        },
        'node_modules/@tool/linux-x64-musl': {
          version: '1.2.3',
          cpu: ['x64'],
          dev: true,
          libc: ['musl'],
          optional: true,
          os: ['linux'],
        },
        'node_modules/tool': tool,
      },
    });
  });

  it('leaves alone what is there, beside its dependent or further out', () => {
    const packages = {
      '': {},
      'node_modules/@tool/linux-x64': { version: '1.2.3' },
      'node_modules/tool': optional('@tool/linux-x64', '@tool/win32-x64'),
      'node_modules/tool/node_modules/@tool/win32-x64': { version: '1.2.3' },
    };
    expect(run(packages)).toEqual({ status: 0, packages });
  });

  it('only checks when asked to', () => {
    const packages = { '': {}, 'node_modules/tool': optional('@tool/linux-x64') };
    expect(run(packages, '--check')).toEqual({ status: 1, packages });
  });

  it('needs an exact version', () => {
    const packages = { 'node_modules/tool': { optionalDependencies: { other: '^1.0.0' } } };
    expect(run(packages)).toEqual({ status: 1, packages });
  });
});
