/** The boot file is plain JavaScript that runs before anything is installed, so it is tested from outside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const runModule = pathToFileURL(join(import.meta.dirname, 'run.mjs')).href;

/** A server that counts signals and ends by itself a moment after the first, as one that drains does. */
const server = `
  let signals = 0;
  const alive = setInterval(() => undefined, 1000);
  for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => {
    signals += 1;
    setTimeout(() => { clearInterval(alive); console.log(name + ' ' + signals + ' drained'); process.exitCode = 7; }, 50);
  });
  console.log('up');
`;

/** Runs a command through the boot file's \`run\` or \`runQuietly\`. */
function boot(call: string): {
  readonly process: ChildProcess;
  output(): string;
  errors(): string;
  said(text: string): Promise<void>;
} {
  const program = `import { run, runQuietly } from ${JSON.stringify(runModule)}; process.exitCode = await ${call};`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  return {
    process: child,
    output: () => output,
    errors: () => errors,
    async said(text) {
      while (!output.includes(text)) await once(child.stdout, 'data');
    },
  };
}

function command(program: string): string {
  return JSON.stringify([process.execPath, '-e', program]);
}

describe('boot', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'passes %s on once, lets the child drain, keeps its exit code',
    async (signal) => {
      const { process: booted, said, output } = boot(`run(${command(server)})`);
      await said('up');
      // A terminal and npm deliver the same Ctrl-C.
      booted.kill(signal);
      booted.kill(signal);
      const [code] = await once(booted, 'close');
      expect(output()).toBe(`up\n${signal} 1 drained\n`);
      expect(code).toBe(7);
    },
  );

  it('says with 128 + number that a signal ended the child', async () => {
    const { process: booted } = boot(`run(${command("process.kill(process.pid, 'SIGKILL')")})`);
    expect(await once(booted, 'close')).toEqual([137, null]);
  });

  it('keeps quiet about what goes well, and shows all of what fails', async () => {
    const well = boot(`runQuietly('Building', ${command("console.log('chatter')")})`);
    expect(await once(well.process, 'close')).toEqual([0, null]);
    expect(well.output()).toBe('');
    const badly = boot(`runQuietly('Building', ${command("console.log('why'); process.exitCode = 3")})`);
    expect(await once(badly.process, 'close')).toEqual([3, null]);
    // Standard output belongs to the command that follows, such as a token.
    expect(badly.output()).toBe('');
    expect(badly.errors()).toContain('why');
  });

  it('shows the logs that a failed run only names, coloured or not', async () => {
    const summary = `console.log('full log: \\x1b[2m${import.meta.filename}\\x1b[22m'); process.exitCode = 1`;
    const failing = boot(`runQuietly('Building', ${command(summary)})`);
    await once(failing.process, 'close');
    expect(failing.errors()).toContain('so it is tested from outside');
  });

  it('says what it could not start', async () => {
    const { process: booted } = boot("run(['no-such-command'])");
    expect(await once(booted, 'close')).toEqual([127, null]);
  });
});
