import type { AccessRule, AccessRules } from '@iic/access';

const readEvents: AccessRule = { actions: ['read'], subject: 'PublicEvents' };

/** Who may read the feed of public events: of all provinces and units, since anyone may know them. */
export const feedAccess = {
  analytics: [readEvents],
  auditor: [readEvents],
} satisfies AccessRules;
