#!/usr/bin/env node
/**
 * Runs one of the repository's commands on a bare clone: any Node ≥ 20 starts this file, which installs what
 * the lock file names when that is not there yet, builds what is stale, and hands over to the pinned Node.
 *
 * Only Node's own modules may be imported here: nothing is installed when this file starts.
 */
import { installed, markInstalled } from './boot/install.mjs';
import { run, runQuietly } from './boot/run.mjs';

const nx = (...args) => ['nx', ...args, '--outputStyle=summary'];
const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
];

/** Set while tests run: they start the product themselves, and a build would take its files from under others. */
const builtVariable = 'IIC_BUILT';

/** Builds every workspace whose sources changed; prints nothing unless it takes long or fails. */
const build = async () =>
  process.env[builtVariable] === '1' ? 0 : runQuietly('Building', nx('run-many', '--targets=build'));

// The Kafka client sets timers in the past, which does no harm and says nothing to who starts a command.
const node = ['node', '--disable-warning=TimeoutNegativeWarning'];

/** Builds, then runs a file of the built product with the caller's arguments. */
const built = (file) => async (args) => (await build()) || run([...node, file, ...args]);

/** Runs a cached nx task and tells in one line that all is well. */
async function check(what, command) {
  const code = await runQuietly(what, command);
  if (code === 0) {
    console.log(`${what}: ok`);
  }
  return code;
}

/** Jest prints the last line itself; when it cannot even start, the failed preparation counts as one. */
async function test(args) {
  const code = await build();
  if (code !== 0) {
    console.log('The build failed, so no test was run.\n0 passed, 1 failed');
    return code;
  }
  process.env[builtVariable] = '1';
  return run([...node, ...jest, ...args]);
}

const commands = {
  start: built('deploy/local/dist/start.js'),
  'start:services': built('deploy/local/dist/start-services.js'),
  migrate: built('deploy/local/dist/migrate.js'),
  topics: built('deploy/local/dist/topics.js'),
  parked: built('deploy/local/dist/parked.js'),
  lifecycle: built('deploy/local/dist/lifecycle.js'),
  token: built('deploy/local/dist/token.js'),
  backup: built('deploy/local/dist/backup.js'),
  restore: built('deploy/local/dist/restore.js'),
  bench: built('test/bench/main.ts'),
  chaos: built('test/chaos/main.ts'),
  engines: (args) => run([...node, 'test/engines/main.ts', ...args]),
  docs: built('deploy/docs/main.ts'),
  test,
  build: () => check('Build', nx('run-many', '--targets=build')),
  lint: () => check('Lint', nx('run-many', '--targets=lint')),
  typecheck: () => check('Type check', nx('run-many', '--targets=typecheck')),
};

const help = {
  test: 'npm test [-- PATTERN …]\nBuilds, then runs every test, or those whose path holds a pattern.',
  build: 'npm run build\nBuilds every workspace whose sources changed.',
  lint: 'npm run lint\nChecks style and boundaries of everything with Biome; `npx biome check --write PATH` mends what it can.',
  typecheck: 'npm run typecheck\nChecks the types of everything, tests included.',
  docs: 'npm run docs [-- --check]\nWrites the generated part of docs/reference. With --check it writes nothing and fails when a document is stale.',
};

async function main([name, ...args]) {
  if (name === 'mark-installed') {
    markInstalled();
    return 0;
  }
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
  if (command === undefined) {
    console.error(
      `Usage: node deploy/boot.mjs COMMAND [ARGUMENTS]\nCommands: ${Object.keys(commands).join(', ')}`,
    );
    return 2;
  }
  if (Object.hasOwn(help, name) && args.some((arg) => arg === '--help' || arg === '-h')) {
    console.log(help[name]);
    return 0;
  }
  return (await installed()) || command(args);
}

process.exitCode = await main(process.argv.slice(2));
