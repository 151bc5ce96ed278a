import { createHash } from 'node:crypto';
import type { Role } from '@iic/access';
import { usccCheckCharacter } from '@iic/reference-data';
import type { Person } from './api-client.ts';
import type { Tokens } from './tokens.ts';

/** An organisation that takes part in the demonstration; invented. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly kind: string;
  readonly area: string;
}

/** An expert of the demonstration. */
export interface Expert extends Person {
  readonly id: string;
  readonly employer: string;
  readonly qualifications: readonly string[];
}

/** Everybody who acts in a case. */
export interface Cast {
  readonly organisations: {
    readonly lead: Organisation;
    readonly university: Organisation;
    readonly supplier: Organisation;
    readonly center: Organisation;
    readonly competentUnit: Organisation;
    readonly pdrc: Organisation;
  };
  readonly lead: Person;
  readonly members: readonly Person[];
  readonly competentUnit: Person;
  readonly handler: Person;
  readonly secondSeedHolder: Person;
  readonly deciders: readonly Person[];
  readonly experts: readonly Expert[];
  readonly auditor: Person;
}

const province = '220000';

const qualifications: readonly (readonly string[])[] = [
  ['external', 'technical'],
  ['external', 'technical'],
  ['external', 'technical'],
  ['external', 'technical'],
  ['external', 'technical'],
  ['external', 'finance'],
  ['external', 'finance'],
  ['external', 'administrator'],
  ['administrator'],
  ['technical'],
  ['external', 'technical', 'administrator'],
];

/**
 * Makes the cast of a run; identifiers and codes derive from the run, so that a repeated run meets itself.
 * @param prefecture where its organisations are
 */
export async function assemble(run: string, tokens: Tokens, prefecture = '220100'): Promise<Cast> {
  const organisation = (part: string, name: string, kind: string, area = prefecture): Organisation => ({
    id: `org-${part}-${run}`,
    name: `${name}（示例 ${run}）`,
    uscc: usccOf(`${run}-${part}`),
    kind,
    area,
  });
  const organisations = {
    lead: organisation('lead', '长春光谷智能装备股份有限公司', 'enterprise'),
    university: organisation('university', '吉林示范大学', 'university'),
    supplier: organisation('supplier', '长春精密传感有限公司', 'enterprise'),
    center: organisation('center', '吉林省智能传感产业创新中心有限公司', 'enterprise'),
    competentUnit: organisation('unit', '长春市发展和改革委员会', 'development-and-reform-commission'),
    pdrc: organisation('pdrc', '吉林省发展和改革委员会', 'development-and-reform-commission', province),
  };
  const person = async (
    label: string,
    role: Role,
    org: Organisation,
    name: string,
    jurisdiction = province,
  ) => ({
    label,
    token: await tokens({ role, organisation: org.id, person: `${name}-${run}`, jurisdiction }),
  });
  const { lead, university, supplier, competentUnit, pdrc } = organisations;
  return {
    organisations,
    lead: await person('lead unit 牵头单位', 'lead-unit', lead, 'p-lead', prefecture),
    members: [
      await person('member 组建单位（大学）', 'member-unit', university, 'p-university', prefecture),
      await person('member 组建单位（企业）', 'member-unit', supplier, 'p-supplier', prefecture),
    ],
    competentUnit: await person(
      'competent unit 主管单位',
      'competent-unit',
      competentUnit,
      'p-unit',
      prefecture,
    ),
    handler: await person('PDRC handler 经办处室', 'pdrc-handler', pdrc, 'p-handler'),
    secondSeedHolder: await person('second seed holder 第二持种人', 'pdrc-handler', pdrc, 'p-seed'),
    deciders: [
      await person('PDRC decider 委领导', 'pdrc-decider', pdrc, 'p-decider-1'),
      await person('PDRC decider 委领导', 'pdrc-decider', pdrc, 'p-decider-2'),
    ],
    experts: await Promise.all(
      qualifications.map(async (codes, index): Promise<Expert> => {
        const role = codes.includes('administrator') ? 'panel-administrator' : 'expert';
        const employer = { ...pdrc, id: `org-institute-${index + 1}-${run}` };
        const name = `expert-${index + 1}`;
        const { token } = await person('', role, employer, name);
        return {
          label: `expert ${index + 1} 专家`,
          token,
          id: `${name}-${run}`,
          employer: employer.id,
          qualifications: codes,
        };
      }),
    ),
    auditor: await person('auditor 审计', 'auditor', { ...pdrc, id: `org-audit-${run}` }, 'p-auditor'),
  };
}

/** A code with a right check character that nobody has: sample region 2201, body from a hash. */
function usccOf(text: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 12)}`);
  const body = `91220100${(digits % 1_000_000_000n).toString().padStart(9, '0')}`;
  return `${body}${usccCheckCharacter(body)}`;
}
