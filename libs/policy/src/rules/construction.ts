import type { Finding } from '@iic/event-sourcing';
import { type FindingCode, findingsOf } from '../finding-rules.ts';
import type { PolicyPack } from '../policy-pack.ts';
import type { DurationParameter, LimitParameter } from '../schema/parameter.ts';
import { keepsWithin, reaches } from './limits.ts';

/** A duration parameter in months. Throws a `RangeError` for one in days. */
export function inMonths({ value, unit }: Pick<DurationParameter, 'value' | 'unit'>): number {
  if (unit === 'months') return value;
  if (unit === 'years') return value * 12;
  throw new RangeError(`A period of ${value} ${unit} has no length in months. State it in months or years.`);
}

/** Whether a construction of so many months is longer than the rules foresee. */
export function evaluateConstructionMonths(pack: PolicyPack, months: number): readonly Finding[] {
  const limit = inMonths(pack.parameters.constructionPeriod);
  return months > limit ? findingsOf(pack, 'construction-period-long', { months, limit }) : [];
}

/** Whether an extension is too long or one too many; `count` includes the one proposed. */
export function evaluateExtension(
  pack: PolicyPack,
  { months, count }: { readonly months: number; readonly count: number },
): readonly Finding[] {
  const { extensionLength, extensionCount } = pack.parameters;
  const limit = inMonths(extensionLength);
  return [
    ...(months > limit ? findingsOf(pack, 'extension-too-long', { months, limit }) : []),
    ...(keepsWithin(count, extensionCount)
      ? []
      : findingsOf(pack, 'extension-repeated', { count, limit: extensionCount.value })),
  ];
}

/** What the weighted completion in percent says about acceptance; the lower bound missed says it all. */
export function evaluateCompletion(pack: PolicyPack, percent: number): readonly Finding[] {
  const { acceptanceCompletion, acceptanceCompletionFloor } = pack.parameters;
  const missed = (code: FindingCode, bound: LimitParameter): readonly Finding[] =>
    reaches(percent, bound) ? [] : findingsOf(pack, code, { percent, threshold: bound.value });
  const floor = missed('completion-very-low', acceptanceCompletionFloor);
  return floor.length > 0 ? floor : missed('completion-low', acceptanceCompletion);
}
