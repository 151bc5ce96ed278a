import { type AccessRules, type Caller, ownProvince } from '@iic/access';
import { feedAccess } from '@iic/service-kit';

const ownCase = ({ organisation }: Caller) => ({ leadUnit: organisation });
const ownOrganisation = ({ organisation }: Caller) => ({ organisation });
const filedInProvince = (caller: Caller) => ({ ...ownProvince(caller), filed: 'true' });
const directory = { actions: ['read'], subject: 'Organisation' } as const;
const registering = { actions: ['register'], subject: 'Organisation' } as const;
const correctingOwn = { actions: ['correct'], subject: 'Organisation', where: ownOrganisation } as const;

/**
 * Who may do what in intake. A case is its lead unit's alone until it is submitted, its competent unit's from
 * then on, and the PDRC's only once it is filed.
 */
export const intakeAccess: AccessRules = {
  'lead-unit': [
    { actions: ['draft'], subject: 'Application' },
    { actions: ['read', 'edit', 'submit', 'file', 'withdraw'], subject: 'Application', where: ownCase },
    directory,
    registering,
    correctingOwn,
  ],
  'member-unit': [
    {
      actions: ['read', 'confirm'],
      subject: 'Application',
      where: ({ organisation }) => ({ members: organisation }),
    },
    directory,
    registering,
    correctingOwn,
  ],
  'competent-unit': [
    {
      actions: ['read', 'review'],
      subject: 'Application',
      where: ({ organisation }) => ({ competentUnit: organisation, submitted: 'true' }),
    },
    directory,
    registering,
    correctingOwn,
  ],
  center: [directory, registering, correctingOwn],
  'pdrc-handler': [
    { actions: ['read', 'check'], subject: 'Application', where: filedInProvince },
    { actions: ['reassign'], subject: 'Application', where: ownProvince },
    directory,
    registering,
    { actions: ['correct', 'reassign'], subject: 'Organisation' },
  ],
  'pdrc-decider': [{ actions: ['read'], subject: 'Application', where: filedInProvince }, directory],
  analytics: feedAccess.analytics,
  auditor: [{ actions: ['read'], subject: 'Application' }, directory, ...feedAccess.auditor],
  'system-admin': [{ actions: ['operate'], subject: 'Platform' }],
};
