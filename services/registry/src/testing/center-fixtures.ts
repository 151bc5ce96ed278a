import type { Actor } from '@iic/event-sourcing';
import { jilin2020, PolicyPacks, policyIdentity } from '@iic/policy';
import { createCenter } from '../domain/center/center.ts';
import type { CorrectCenter } from '../domain/center/commands.ts';
import type { CenterEvent } from '../domain/center/events.ts';
import type { Designation } from '../domain/center/state.ts';

/** Sample facts for specifications: an invented center in Changchun. */
export const pack = jilin2020;

export const { decider } = createCenter(new PolicyPacks([pack]));

export const handler: Actor = {
  subject: 'person-handler',
  organisation: 'org-pdrc',
  role: 'pdrc-handler',
  jurisdiction: '220000',
};

export const hash = (digit: string): string => digit.repeat(64);

const identity = policyIdentity(pack);

export const designation: Designation = {
  caseId: 'case-1',
  nameZh: '吉林省样例材料产业创新中心',
  nameEn: 'JiLin Province Industrial Innovation Center of Sample Materials',
  leadUnit: 'org-lead',
  competentUnit: 'org-drc',
  province: '220000',
  area: '220100',
  field: 'new-materials',
  entity: {
    name: '吉林省样例材料创新有限公司',
    legalForm: 'company',
    uscc: '91350100M000100Y43',
    independent: true,
    area: '220100',
  },
  director: 'person-director',
  effectiveDate: '2028-02-10',
  decisionId: 'case-1-acceptance-1',
  policyId: identity.id,
  policyHash: identity.hash,
};

export const under = (article: string) => ({ ...identity, article });

export const designated: CenterEvent = { type: 'CenterDesignated', data: designation };

export const numbered: CenterEvent = {
  type: 'PlaqueNumbered',
  data: {
    year: 2028,
    serial: 7,
    number: pack.agency.plaqueNumber.replace('{year}', '2028').replace('{serial}', '7'),
  },
};

export const awarded: CenterEvent = { type: 'PlaqueAwarded', data: { awardedOn: '2028-03-01' } };

export const correction: CorrectCenter = {
  type: 'CorrectCenter',
  facts: { field: 'biotechnology' },
  effectiveDate: '2028-02-10',
  reason: '领域登记有误',
  evidenceHash: hash('e'),
};

export function corrected(facts: CorrectCenter['facts'], effectiveDate = '2028-02-10'): CenterEvent {
  const { reason, evidenceHash } = correction;
  return { type: 'CenterCorrected', data: { ...facts, effectiveDate, reason, evidenceHash } };
}
