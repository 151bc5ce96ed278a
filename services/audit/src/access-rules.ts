import { type AccessRule, type AccessRules, ownProvince } from '@iic/access';

/** Once a case was filed, it is its province's PDRC's. */
const filedInProvince: AccessRule['where'] = (caller) => ({ ...ownProvince(caller), filed: 'true' });

/** Who may do what in the audit service. */
export const auditAccess: AccessRules = {
  auditor: [
    { actions: ['read'], subject: 'Timeline' },
    { actions: ['read'], subject: 'Journal' },
  ],
  'lead-unit': [
    { actions: ['read'], subject: 'Timeline', where: ({ organisation }) => ({ leadUnit: organisation }) },
  ],
  'competent-unit': [
    {
      actions: ['read'],
      subject: 'Timeline',
      // A draft is its lead unit's alone.
      where: ({ organisation }) => ({ competentUnit: organisation, submitted: 'true' }),
    },
  ],
  'pdrc-handler': [{ actions: ['read'], subject: 'Timeline', where: filedInProvince }],
  'pdrc-decider': [{ actions: ['read'], subject: 'Timeline', where: filedInProvince }],
  'system-admin': [{ actions: ['operate'], subject: 'Platform' }],
};
