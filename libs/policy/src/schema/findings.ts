import { type Static, Type } from 'typebox';
import { closed, type DeepReadonly } from './closed.ts';
import { Standing } from './parameter.ts';

/** Absent or null: this province has no such rule. */
const rule = Type.Optional(Type.Union([Standing, Type.Null()]));

/**
 * How strongly each rule without a value binds and where it stands, by the code of its finding. Rules that a
 * parameter carries have their standing there; `findingRule` finds either.
 */
export const FindingRules = closed({
  'chapter-missing': rule,
  'attachment-kind-missing': rule,
  'basic-condition-unproven': rule,
  'commitment-missing': rule,
  'field-missing': rule,
  'name-missing': rule,
  'entity-missing': rule,
  'hosting-unit-missing': rule,
  'no-consortium': rule,
  'participation-unconfirmed': rule,
  'investment-missing': rule,
  'milestones-missing': rule,
  'competent-unit-conflict-not-checked': rule,
  'duplicate-application': rule,
  'lead-unit-outdated': rule,
  'contact-missing': rule,
  'unchanged-since-return': rule,
  'requested-after-period': rule,
  'outcome-against-recommendation': rule,
});
export type FindingRules = DeepReadonly<Static<typeof FindingRules>>;
