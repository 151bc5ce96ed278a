import { AccessPolicy } from './access-policy.ts';
import type { Caller } from './caller.ts';
import type { Role } from './roles.ts';

const policy = new AccessPolicy({
  'lead-unit': [
    {
      actions: ['read', 'submit'],
      subject: 'Application',
      where: (caller) => ({ leadUnit: caller.organisation }),
    },
  ],
  'member-unit': [
    { actions: ['read'], subject: 'Application', where: (caller) => ({ members: caller.organisation }) },
  ],
  'competent-unit': [
    {
      actions: ['read'],
      subject: 'Application',
      where: (caller) => ({ competentUnit: caller.organisation, status: ['submitted', 'filed'] }),
    },
  ],
  auditor: [{ actions: ['read'], subject: 'Application' }],
});

const facts = { leadUnit: 'org-a', competentUnit: 'drc-1', members: ['org-m'], status: 'draft' };
const caller = (role: Role, organisation: string): Caller => ({
  subject: 'p-1',
  organisation,
  role,
  jurisdiction: '220100',
  client: 'test',
});

describe('access policy', () => {
  it.each<[Role, string, string, string]>([
    ['lead-unit', 'org-a', 'submit', 'allowed'],
    ['lead-unit', 'org-b', 'submit', 'not-found'],
    ['lead-unit', 'org-a', 'approve', 'access-denied'],
    ['member-unit', 'org-m', 'read', 'allowed'],
    ['member-unit', 'org-a', 'read', 'not-found'],
    ['competent-unit', 'drc-1', 'read', 'not-found'],
    ['auditor', 'office', 'read', 'allowed'],
    ['auditor', 'office', 'submit', 'access-denied'],
    ['system-admin', 'ops', 'read', 'access-denied'],
  ])('%s of %s, %s: %s', (role, organisation, action, outcome) => {
    const attempt = () => policy.demand(caller(role, organisation), action, 'Application', facts);
    if (outcome === 'allowed') expect(attempt).not.toThrow();
    else expect(attempt).toThrow(expect.objectContaining({ code: outcome }));
  });

  it('does not tell a case of others from one that is not there', () => {
    const attempt = (known: typeof facts | undefined) => () =>
      policy.demand(caller('lead-unit', 'org-b'), 'read', 'Application', known);
    expect(attempt(facts)).toThrow('There is no such Application.');
    expect(attempt(undefined)).toThrow('There is no such Application.');
  });

  it('gives lists the same scope as single cases', () => {
    expect(policy.scope(caller('competent-unit', 'drc-1'), 'read', 'Application').conditions).toEqual({
      competentUnit: 'drc-1',
      status: ['submitted', 'filed'],
    });
    expect(() => policy.scope(caller('analytics', 'x'), 'read', 'Application')).toThrow(
      expect.objectContaining({ code: 'access-denied' }),
    );
  });
});
