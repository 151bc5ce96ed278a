import { type AccessRules, ownProvince } from '@iic/access';
import { feedAccess } from '@iic/service-kit';

/** Who may do what in the registry beyond the public register. */
export const registryAccess: AccessRules = {
  'lead-unit': [
    { actions: ['read'], subject: 'Center', where: ({ organisation }) => ({ leadUnit: organisation }) },
  ],
  'competent-unit': [
    { actions: ['read'], subject: 'Center', where: ({ organisation }) => ({ competentUnit: organisation }) },
  ],
  'pdrc-handler': [{ actions: ['read', 'award', 'correct'], subject: 'Center', where: ownProvince }],
  'pdrc-decider': [{ actions: ['read'], subject: 'Center', where: ownProvince }],
  analytics: feedAccess.analytics,
  auditor: [{ actions: ['read'], subject: 'Center' }, ...feedAccess.auditor],
  'system-admin': [{ actions: ['operate'], subject: 'Platform' }],
};
