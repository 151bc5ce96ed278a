import type { Figure, FigureResult, Measures, Target } from './bench.ts';

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const low = sorted[Math.floor(middle)];
  const high = sorted[Math.ceil(middle)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function measured(runs: readonly Measures[] | undefined, measure: string): number | null {
  return median((runs ?? []).flatMap((run) => run[measure] ?? []));
}

function targetText({ of, bound, limit }: Target): string {
  return `${bound === 'at least' ? '≥' : '≤'} ${limit}${of === 'ratio' ? '×' : ''}`;
}

function isMet({ of, bound, limit }: Target, value: number | null, ratio: number | null): boolean | null {
  const held = of === 'ratio' ? ratio : value;
  if (held === null) {
    return null;
  }
  return bound === 'at least' ? held >= limit : held <= limit;
}

/** Values are medians over the rounds. */
export function result(figure: Figure, runs: ReadonlyMap<string, readonly Measures[]>): FigureResult {
  const value = measured(runs.get(figure.ours.bench), figure.ours.measure);
  const peerValue = figure.peer ? measured(runs.get(figure.peer.bench), figure.peer.measure) : null;
  const ratio = value === null || peerValue === null || peerValue === 0 ? null : value / peerValue;
  return {
    name: figure.name,
    value,
    unit: figure.unit,
    peer: figure.peer?.label ?? figure.peer?.bench.replace(/^.*: /, '') ?? null,
    peerValue,
    ratio,
    target: figure.target ? targetText(figure.target) : null,
    met: figure.target ? isMet(figure.target, value, ratio) : null,
  };
}

function number(value: number | null): string {
  if (value === null) {
    return '–';
  }
  return value.toLocaleString(
    'en',
    value < 100 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 },
  );
}

function verdict({ target, met }: FigureResult): string {
  if (target === null) {
    return '';
  }
  return met === null ? 'not measured' : met ? 'met' : 'NOT MET';
}

/** The report as a table for the terminal. */
export function reportTable(results: readonly FigureResult[]): string {
  const rows = results.map((line) => [
    line.name,
    `${number(line.value)} ${line.unit}`,
    line.peer ?? '',
    line.peer === null ? '' : line.peerValue === null ? 'not available' : number(line.peerValue),
    line.ratio === null ? '' : `${number(line.ratio)}×`,
    line.target ?? '',
    verdict(line),
  ]);
  const all = [['', 'ours', 'peer', 'its value', 'ratio', 'target', ''], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
