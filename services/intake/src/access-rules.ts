import { type AccessRule, type AccessRules, type Caller, ownProvince } from '@iic/access';
import { feedAccess } from '@iic/service-kit';

const ownCase = ({ organisation }: Caller) => ({ leadUnit: organisation });
const ownOrganisation = ({ organisation }: Caller) => ({ organisation });
const filedInProvince = (caller: Caller) => ({ ...ownProvince(caller), filed: 'true' });
const directory = { actions: ['read'], subject: 'Organisation' } as const;
const registering = { actions: ['register'], subject: 'Organisation' } as const;
const reviewing: readonly AccessRule[] = [
  { actions: ['read'], subject: 'Application', where: ({ subject }) => ({ reviewers: subject }) },
];
const correctingOwn = { actions: ['correct'], subject: 'Organisation', where: ownOrganisation } as const;

/**
 * Who may do what in intake. A case is its lead unit's alone until it is submitted, its competent unit's from
 * then on, and the PDRC's only once it is filed. Experts read what they review, as long as they review it.
 */
export const intakeAccess: AccessRules = {
  'lead-unit': [
    { actions: ['draft'], subject: 'Application' },
    {
      actions: ['read', 'read-contacts', 'edit', 'submit', 'file', 'withdraw'],
      subject: 'Application',
      where: ownCase,
    },
    directory,
    registering,
    correctingOwn,
  ],
  'member-unit': [
    {
      actions: ['read', 'read-contacts', 'confirm'],
      subject: 'Application',
      where: ({ organisation }) => ({ members: organisation }),
    },
    directory,
    registering,
    correctingOwn,
  ],
  'competent-unit': [
    {
      actions: ['read', 'read-contacts', 'review'],
      subject: 'Application',
      where: ({ organisation }) => ({ competentUnit: organisation, submitted: 'true' }),
    },
    directory,
    registering,
    correctingOwn,
  ],
  center: [directory, registering, correctingOwn],
  'pdrc-handler': [
    { actions: ['read', 'read-contacts', 'check'], subject: 'Application', where: filedInProvince },
    { actions: ['reassign'], subject: 'Application', where: ownProvince },
    directory,
    registering,
    { actions: ['correct', 'reassign'], subject: 'Organisation', where: ownProvince },
  ],
  'pdrc-decider': [
    { actions: ['read', 'read-contacts'], subject: 'Application', where: filedInProvince },
    directory,
  ],
  expert: reviewing,
  'panel-administrator': reviewing,
  analytics: feedAccess.analytics,
  auditor: [{ actions: ['read', 'read-contacts'], subject: 'Application' }, directory, ...feedAccess.auditor],
  'system-admin': [{ actions: ['operate'], subject: 'Platform' }],
};
