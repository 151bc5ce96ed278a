import { accept, type DecisionContext, type DecisionResult } from '@iic/event-sourcing';
import { checkName, dayOf, type NameLanguage, type PolicyPack, startOfDay } from '@iic/policy';
import { isUscc, isWithinArea } from '@iic/reference-data';
import { type Denied, deny } from '../problems.ts';
import type { CorrectCenter } from './commands.ts';
import type { CenterEvent, CenterFacts, CorrectableFacts } from './events.ts';
import { factsOn } from './facts.ts';
import type { Center } from './state.ts';

/** Records what should have been registered from a day on. */
export function correctCenter(
  { facts, effectiveDate, reason, evidenceHash }: CorrectCenter,
  center: Center,
  pack: PolicyPack,
  { now }: DecisionContext,
): DecisionResult<CenterEvent> {
  const wrong = wrongDate(effectiveDate, center, now);
  if (wrong !== undefined) return wrong;
  if (changesNothing(facts, factsOn(effectiveDate, center.statements))) return deny('correction-empty');
  const invalid = wrongNames(facts, pack) ?? wrongEntity(facts.entity, center.province);
  if (invalid !== undefined) return invalid;
  return accept({
    type: 'CenterCorrected',
    data: {
      ...facts,
      ...releasedName(facts, effectiveDate, center, now),
      effectiveDate,
      reason,
      evidenceHash,
    },
    effectiveAt: startOfDay(effectiveDate),
    evidence: [evidenceHash],
  });
}

/** The present name, where this correction takes it away. */
function releasedName(
  facts: CorrectableFacts,
  from: string,
  { statements }: Center,
  now: string,
): { readonly releasedName?: string } {
  const today = dayOf(now);
  const before = factsOn(today, statements).nameZh;
  const after = factsOn(today, { ...statements, later: [...statements.later, { from, facts }] }).nameZh;
  return before === after ? {} : { releasedName: before };
}

/** Both names follow their patterns (Art. 23), as far as they are given and the pack insists. */
export function wrongNames(
  { nameZh, nameEn }: Pick<CorrectableFacts, 'nameZh' | 'nameEn'>,
  pack: PolicyPack,
): Denied | undefined {
  return wrongName(nameZh, 'zh', pack) ?? wrongName(nameEn, 'en', pack);
}

function wrongName(name: string | undefined, language: NameLanguage, pack: PolicyPack): Denied | undefined {
  const findings = name === undefined ? [] : checkName(pack, name, language);
  if (name === undefined || !findings.some(({ strength }) => strength === 'hard')) return undefined;
  const { pattern } = pack.names[language];
  return deny('name-not-in-pattern', { params: { name, pattern }, findings });
}

/** The entity has a valid code and is registered in the province (Art. 6), as far as it is given. */
export function wrongEntity(entity: CenterFacts['entity'] | undefined, province: string): Denied | undefined {
  if (entity === undefined) return undefined;
  const { uscc, area } = entity;
  if (!isUscc(uscc)) return deny('uscc-invalid', { params: { uscc } });
  return isWithinArea(area, province)
    ? undefined
    : deny('registration-outside-province', { params: { area, province } });
}

function wrongDate(date: string, { effectiveDate }: Center, now: string): Denied | undefined {
  if (date > dayOf(now)) return deny('date-in-future', { params: { date } });
  return date < effectiveDate
    ? deny('date-before-designation', { params: { date, effectiveDate } })
    : undefined;
}

function changesNothing(facts: CorrectableFacts, registered: CenterFacts): boolean {
  const { entity, ...texts } = facts;
  const before: Readonly<Record<string, unknown>> = registered;
  return (
    Object.entries(texts).every(([name, value]) => before[name] === value) &&
    (entity === undefined || sameEntity(entity, registered.entity))
  );
}

function sameEntity(left: CenterFacts['entity'], right: CenterFacts['entity']): boolean {
  return (
    left.name === right.name &&
    left.legalForm === right.legalForm &&
    left.uscc === right.uscc &&
    left.independent === right.independent &&
    left.area === right.area
  );
}
