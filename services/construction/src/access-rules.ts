import { type AccessRule, type AccessRules, ownProvince } from '@iic/access';
import { feedAccess } from '@iic/service-kit';

const pdrc: Pick<AccessRule, 'subject' | 'where'> = {
  subject: 'Project',
  where: ownProvince,
};

const reviewing: readonly AccessRule[] = [
  { actions: ['read'], subject: 'Project', where: ({ subject }) => ({ reviewers: subject }) },
];

/**
 * Who may do what in the construction service; a unit only in its own projects, the PDRC in its province, an
 * expert in what is reviewed.
 */
export const constructionAccess: AccessRules = {
  'lead-unit': [
    {
      actions: ['read', 'read-director', 'report', 'adjust', 'request-acceptance'],
      subject: 'Project',
      where: ({ organisation }) => ({ leadUnit: organisation }),
    },
  ],
  'member-unit': [
    { actions: ['read'], subject: 'Project', where: ({ organisation }) => ({ members: organisation }) },
  ],
  'competent-unit': [
    {
      actions: ['read', 'read-director', 'give-opinion'],
      subject: 'Project',
      where: ({ organisation }) => ({ competentUnit: organisation }),
    },
  ],
  'pdrc-handler': [{ ...pdrc, actions: ['read', 'read-director', 'propose-decision'] }],
  'pdrc-decider': [{ ...pdrc, actions: ['read', 'read-director'] }],
  expert: reviewing,
  'panel-administrator': reviewing,
  analytics: feedAccess.analytics,
  auditor: [{ actions: ['read', 'read-director'], subject: 'Project' }, ...feedAccess.auditor],
  'system-admin': [{ actions: ['operate'], subject: 'Platform' }],
};
