import { type AccessRule, type AccessRules, type Caller, ownProvince } from '@iic/access';

const ownSeat = ({ subject }: Caller) => ({ panel: subject });
const known = ['taken', 'suspended', 'annulled', 'void'];

const panelist: readonly AccessRule[] = [
  { actions: ['read', 'judge'], subject: 'Review', where: ownSeat },
  {
    actions: ['read', 'read-person', 'revise'],
    subject: 'Expert',
    where: ({ subject }) => ({ expertId: subject }),
  },
];

/** Who may do what in evaluation. Scores and identities never reach applicants: see the views. */
export const evaluationAccess: AccessRules = {
  'pdrc-handler': [
    {
      actions: ['read', 'read-person', 'register', 'revise', 'manage'],
      subject: 'Expert',
      where: ownProvince,
    },
    { actions: ['read', 'read-remarks', 'conduct', 'hold-seed'], subject: 'Review', where: ownProvince },
    { actions: ['read', 'prepare', 'give-opinion'], subject: 'Decision', where: ownProvince },
    { actions: ['read', 'issue', 'withdraw'], subject: 'OfficialDocument', where: ownProvince },
    { actions: ['read', 'rank'], subject: 'MeritRound', where: ownProvince },
  ],
  'pdrc-decider': [
    { actions: ['read', 'read-remarks', 'hold-seed'], subject: 'Review', where: ownProvince },
    { actions: ['read', 'decide'], subject: 'Decision', where: ownProvince },
    { actions: ['read'], subject: 'OfficialDocument', where: ownProvince },
    { actions: ['read'], subject: 'MeritRound', where: ownProvince },
  ],
  department: [
    {
      actions: ['read', 'give-opinion'],
      subject: 'Decision',
      where: ({ organisation }) => ({ departments: organisation }),
    },
  ],
  expert: panelist,
  'panel-administrator': panelist,
  'lead-unit': [
    { actions: ['read'], subject: 'Review', where: ({ organisation }) => ({ leadUnit: organisation }) },
    {
      actions: ['read'],
      subject: 'Decision',
      where: ({ organisation }) => ({ leadUnit: organisation, status: known }),
    },
  ],
  'competent-unit': [
    { actions: ['read'], subject: 'Review', where: ({ organisation }) => ({ competentUnit: organisation }) },
    {
      actions: ['read'],
      subject: 'Decision',
      where: ({ organisation }) => ({ competentUnit: organisation, status: known }),
    },
  ],
  auditor: [
    { actions: ['read', 'read-person'], subject: 'Expert' },
    { actions: ['read', 'read-remarks'], subject: 'Review' },
    { actions: ['read'], subject: 'Decision' },
    { actions: ['read'], subject: 'OfficialDocument' },
    { actions: ['read'], subject: 'MeritRound' },
  ],
  'system-admin': [{ actions: ['operate'], subject: 'Platform' }],
};
