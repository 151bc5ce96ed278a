/** The supervisor of the service processes leaves none of them behind. */
import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { eventually } from './eventually.ts';
import { describeWithEngine } from './index.ts';

const file = join(import.meta.dirname, '../../deploy/local/dist/start-services.js');

await describeWithEngine('kafka', 'the supervisor of the services', ({ address }) => {
  const data = mkdtempSync(join(tmpdir(), 'iic-supervisor-'));
  const prefix = `supervisor-${process.pid}-${Date.now().toString(36)}`;
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  function launch(): ChildProcessByStdio<null, null, Readable> {
    return spawn(
      process.execPath,
      ['--disable-warning=TimeoutNegativeWarning', file, '--port', '0', '--data', data],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
        // A group of its own, which lasts as long as one of its processes.
        detached: true,
        env: { ...process.env, NODE_OPTIONS: '', IIC_KAFKA_BROKERS: address, IIC_KAFKA_PREFIX: prefix },
      },
    );
  }

  function groupExists({ pid }: ChildProcess): boolean {
    try {
      return process.kill(-Number(pid), 0);
    } catch {
      return false;
    }
  }

  it('ends what it has started, also when it is ended while it starts', async () => {
    const child = launch();
    const ended = once(child, 'exit');
    const told: string[] = [];
    for await (const line of createInterface(child.stderr)) {
      told.push(line);
      if (told.length === 2) child.kill('SIGTERM');
    }
    expect(told).toContainEqual(expect.stringMatching(/^made \d+ topics/));
    expect((await ended)[0]).toBe(0);
    expect(groupExists(child)).toBe(false);
  });

  it('is missed by its services when it is killed: they drain and end', async () => {
    const child = launch();
    for await (const line of createInterface(child.stderr)) {
      if (line.startsWith('a case from draft to plaque')) child.kill('SIGKILL');
    }
    expect(await eventually(() => !groupExists(child))).toBe(true);
  });
});
