import type { AccessRules } from '@iic/access';

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
      where: ({ organisation }) => ({ competentUnit: organisation }),
    },
  ],
  'pdrc-handler': [{ actions: ['read'], subject: 'Timeline', where: () => ({ filed: 'true' }) }],
  'pdrc-decider': [{ actions: ['read'], subject: 'Timeline', where: () => ({ filed: 'true' }) }],
  'system-admin': [{ actions: ['operate'], subject: 'Platform' }],
};
