import { type AccessRules, ownProvince } from '@iic/access';

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
  auditor: [{ actions: ['read'], subject: 'Center' }],
  'system-admin': [{ actions: ['operate'], subject: 'Platform' }],
};
