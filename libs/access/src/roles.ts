/** Every role an access token may carry. Administrators never take a business decision (三员分立). */
export const roles = [
  'lead-unit',
  'member-unit',
  'center',
  'competent-unit',
  'pdrc-handler',
  'pdrc-decider',
  'department',
  'expert',
  'panel-administrator',
  'evaluator',
  'auditor',
  'analytics',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;

/** A role of the platform. */
export type Role = (typeof roles)[number];

/** Whether a text names a role. */
export function isRole(text: unknown): text is Role {
  return roles.some((role) => role === text);
}
