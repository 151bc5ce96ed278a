import type { intakeParts } from '@iic/contracts';
import { byText } from '../text-order.ts';
import type { Manifest } from './state.ts';

/** A manifest that passed the hard rules of a submission. */
export interface CompleteManifest extends Manifest {
  readonly field: string;
  readonly name: { zh: string; en: string };
  readonly entity: intakeParts.CenterEntity;
  readonly constructionMonths: number;
}

/** The manifest of a submitted version. Throws when it lacks what no version can be submitted without. */
export function completeManifest(manifest: Manifest): CompleteManifest {
  const { field, name, entity, constructionMonths } = manifest;
  if (field === null || name === null || entity === null || constructionMonths === null) {
    throw new TypeError(`A version of case ${manifest.caseId} was submitted incomplete.`);
  }
  return { ...manifest, field, name, entity, constructionMonths };
}

/** Sum of all investment in fen, as integer text. */
export function totalFen(investment: readonly intakeParts.InvestmentLine[]): string {
  return investment.reduce((total, { amountFen }) => total + BigInt(amountFen), 0n).toString();
}

/** Investment by source over all who pay. */
export function investmentBySource(
  investment: readonly intakeParts.InvestmentLine[],
): intakeParts.SourceTotal[] {
  return [...Map.groupBy(investment, ({ source }) => source)]
    .map(([source, lines]) => ({ source, amountFen: totalFen(lines) }))
    .toSorted(byText(({ source }) => source));
}
