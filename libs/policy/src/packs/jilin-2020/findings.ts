import type { FindingRules } from '../../schema/findings.ts';
import type { Standing } from '../../schema/parameter.ts';
import { ours, reading, written } from './origins.ts';

function hard(article: string): Standing {
  return { origin: written(article), strength: 'hard' };
}

/** How strongly the rules without a value bind. */
export const findings: FindingRules = {
  'chapter-missing': hard('annex 2'),
  'attachment-kind-missing': hard('annex 2'),
  'commitment-missing': hard('annex 2'),
  'basic-condition-unproven': hard('Art. 14'),
  'field-missing': hard('Art. 12'),
  'name-missing': hard('Art. 23'),
  'entity-missing': hard('Art. 6'),
  'hosting-unit-missing': { origin: reading('Art. 6'), strength: 'hard' },
  'no-consortium': { origin: reading('Art. 7'), strength: 'needs-justification' },
  'participation-unconfirmed': { origin: reading('Art. 7'), strength: 'needs-justification' },
  'investment-missing': { origin: reading('Art. 8'), strength: 'hard' },
  'milestones-missing': { origin: reading('Art. 16'), strength: 'hard' },
  'competent-unit-conflict-not-checked': { origin: reading('Art. 15'), strength: 'advisory' },
  'duplicate-application': { origin: ours, strength: 'advisory' },
  'lead-unit-outdated': { origin: ours, strength: 'advisory' },
  'contact-missing': { origin: ours, strength: 'advisory' },
  'unchanged-since-return': { origin: ours, strength: 'needs-justification' },
  'requested-after-period': { origin: reading('Art. 16'), strength: 'advisory' },
  'outcome-against-recommendation': { origin: reading('Art. 15'), strength: 'needs-justification' },
};
