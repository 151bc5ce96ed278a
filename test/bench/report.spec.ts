import type { Figure } from './bench.ts';
import { reportTable, result } from './report.ts';

const figure: Figure = {
  name: 'append',
  unit: 'events/s',
  ours: { bench: 'append: ours', measure: 'rate' },
  peer: { bench: 'append: other', measure: 'rate' },
  target: { of: 'ratio', bound: 'at least', limit: 10 },
};

function runs(ours: readonly number[], other: readonly number[]) {
  const measured = (rates: readonly number[]) => rates.map((rate) => ({ rate }));
  return new Map([
    ['append: ours', measured(ours)],
    ['append: other', measured(other)],
  ]);
}

describe('bench report', () => {
  it('compares the medians of all rounds', () => {
    expect(result(figure, runs([900, 5_000, 1_000], [90, 100, 1]))).toEqual({
      name: 'append',
      value: 1_000,
      unit: 'events/s',
      peer: 'other',
      peerValue: 90,
      ratio: 1_000 / 90,
      target: '≥ 10×',
      met: true,
    });
  });

  it('says neither met nor missed when the peer is not there', () => {
    expect(result(figure, runs([1_000], []))).toMatchObject({ peerValue: null, ratio: null, met: null });
    expect(reportTable([result(figure, runs([1_000], []))])).toContain('not available');
  });

  it('holds a bound on our own value', () => {
    const { peer: _peer, ...alone } = figure;
    const target = { of: 'value', bound: 'at most', limit: 50 } as const;
    expect(result({ ...alone, target }, runs([51], []))).toMatchObject({ target: '≤ 50', met: false });
    expect(result({ ...alone, target }, runs([50], []))).toMatchObject({ peer: null, met: true });
  });
});
