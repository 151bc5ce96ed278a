/** Measures our code and its peers in turn on this machine: `npm run bench -- --help`. */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { Figure } from './bench.ts';
import { figures } from './figures.ts';
import { installPeers } from './install-peers.ts';
import { reportTable, result } from './report.ts';
import { runRounds } from './rounds.ts';

const help = `npm run bench [-- options]
  --only NAME   only figures whose name holds NAME, with the peers they need
  --quick       one short round with short histories, to see that everything works; the figures are rough
  --json FILE   also write the figures as a JSON list
Stores are made in the folder for temporary files; set TMPDIR to measure another disk.`;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

function benchesOf(chosen: readonly Figure[]): readonly string[] {
  return [...new Set(chosen.flatMap(({ ours, peer }) => (peer ? [ours.bench, peer.bench] : [ours.bench])))];
}

async function main(): Promise<void> {
  const chosen = figures.filter(({ name }) => name.includes(options.only));
  if (chosen.length === 0) {
    throw new Error(
      `No figure's name holds "${options.only}". There are:\n${figures.map((f) => f.name).join('\n')}`,
    );
  }
  installPeers();
  const { quick } = options;
  const { runs, failed } = await runRounds(benchesOf(chosen), { quick, rounds: quick ? 1 : 3 });
  const results = chosen.map((figure) => result(figure, runs));
  const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  console.log(`\n${machine}${quick ? ' – quick run, rough figures' : ''}\n\n${reportTable(results)}`);
  if (options.json !== undefined) {
    writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);
  }
  for (const [name, log] of failed) {
    console.error(`\nThe bench "${name}" failed:\n${log}`);
  }
  // A peer that breaks is the peer's affair; ours must always run.
  process.exitCode = chosen.some(({ ours }) => failed.has(ours.bench)) ? 1 : 0;
}

if (options.help) {
  console.log(help);
} else {
  await main();
}
