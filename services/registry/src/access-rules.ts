import type { AccessRules, Caller } from '@iic/access';

const ownProvince = ({ jurisdiction }: Caller) => ({ province: `${jurisdiction.slice(0, 2)}0000` });

/** Who may do what in the registry; the register itself is open to everyone. */
export const registryAccess: AccessRules = {
  'pdrc-handler': [{ actions: ['award', 'correct', 'manage'], subject: 'Center', where: ownProvince }],
  'pdrc-decider': [{ actions: ['manage'], subject: 'Center', where: ownProvince }],
  'system-admin': [{ actions: ['operate'], subject: 'Platform' }],
};
