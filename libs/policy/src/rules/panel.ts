import type { Finding } from '@iic/event-sourcing';
import { findingUnder } from '../finding-rules.ts';
import type { LimitParameter } from '../schema/parameter.ts';
import type { PanelRules } from '../schema/review.ts';
import { leastCount, reaches } from './limits.ts';

/** A member of a panel as composition rules see it: its qualification codes. */
export interface PanelSeat {
  readonly codes: readonly string[];
}

/** At least so many members hold a qualification. */
export interface SeatMinimum {
  readonly code: string;
  readonly count: number;
}

/** Least number of members per qualification for a panel of a size, shares and seats together. */
export function seatMinimums(panel: PanelRules, size = panel.size.value): readonly SeatMinimum[] {
  const needed = new Map<string, number>();
  const demand = (code: string, count: number) => needed.set(code, Math.max(count, needed.get(code) ?? 0));
  for (const { qualification, share } of panel.shares) demand(qualification, leastCount(share, size));
  for (const { qualification, count } of panel.seats) demand(qualification, leastWhole(count));
  return [...needed].map(([code, count]) => ({ code, count }));
}

/**
 * What the rules say about a panel: `panel-too-small`, `panel-not-odd`, `panel-share-missed`,
 * `panel-seat-missing`. A panel of another size than drawn to has no finding for that alone.
 */
export function checkPanelComposition(panel: PanelRules, members: readonly PanelSeat[]): readonly Finding[] {
  const { minimumSize, oddSize, shares, seats } = panel;
  const size = members.length;
  const holders = (code: string) => members.filter(({ codes }) => codes.includes(code)).length;
  return [
    ...(reaches(size, minimumSize)
      ? []
      : [findingUnder(minimumSize, 'panel-too-small', { size, minimum: leastWhole(minimumSize) })]),
    ...(oddSize.value && size % 2 === 0 ? [findingUnder(oddSize, 'panel-not-odd', { size })] : []),
    ...shares.flatMap(({ qualification, share }) => {
      const minimum = leastCount(share, size);
      const count = holders(qualification);
      return count >= minimum
        ? []
        : [findingUnder(share, 'panel-share-missed', { qualification, count, minimum })];
    }),
    ...seats.flatMap(({ qualification, count: limit }) => {
      const count = holders(qualification);
      return reaches(count, limit)
        ? []
        : [findingUnder(limit, 'panel-seat-missing', { qualification, count, minimum: leastWhole(limit) })];
    }),
  ];
}

function leastWhole({ value, inclusive }: LimitParameter): number {
  return inclusive ? Math.ceil(value) : Math.floor(value) + 1;
}
