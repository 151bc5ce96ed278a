import type { DevelopmentIdentity } from '@iic/access';

export const handler: DevelopmentIdentity = {
  role: 'pdrc-handler',
  organisation: 'org-pdrc',
  person: 'person-handler',
};
export const leadUnit: DevelopmentIdentity = {
  role: 'lead-unit',
  organisation: 'org-lead',
  person: 'person-lead',
};

/** Who has to be in the register before anything can be drafted. */
export const organisations = [
  {
    id: 'org-drc',
    name: '示例市发展和改革委员会',
    uscc: '91220100000000019B',
    kind: 'development-and-reform-commission',
    area: '220100',
    parent: null,
    competentUnit: null,
  },
  {
    id: 'org-lead',
    name: '示例科技有限公司',
    uscc: '91350100M000100Y43',
    kind: 'enterprise',
    area: '220100',
    parent: null,
    competentUnit: 'org-drc',
  },
];
