import type { DevelopmentIdentity } from '@iic/access';
import { roles } from '@iic/access';
import { IntakeClient } from '../testing/intake-client.ts';

let client: IntakeClient;
let draft: string;
let filed: string;
beforeAll(async () => {
  client = await IntakeClient.start();
  draft = await client.readyDraft('权限草稿');
  filed = await client.filed('权限申报');
});
afterAll(() => client.close());

/** Who may use which route of a case at all; every other role is told that it may not. */
const admitted: Readonly<Record<string, readonly string[]>> = {
  edit: ['lead-unit'],
  submit: ['lead-unit'],
  file: ['lead-unit'],
  withdraw: ['lead-unit'],
  confirm: ['member-unit'],
  review: ['competent-unit'],
  check: ['pdrc-handler'],
  reassign: ['pdrc-handler'],
  read: [
    'lead-unit',
    'member-unit',
    'competent-unit',
    'pdrc-handler',
    'pdrc-decider',
    'auditor',
    'expert',
    'panel-administrator',
  ],
  'read-contacts': ['lead-unit', 'member-unit', 'competent-unit', 'pdrc-handler', 'pdrc-decider', 'auditor'],
};

const strangers: readonly DevelopmentIdentity[] = [
  { role: 'lead-unit', organisation: 'org-other', person: 'x-1' },
  { role: 'member-unit', organisation: 'org-other', person: 'x-2' },
  { role: 'competent-unit', organisation: 'org-unit-2', person: 'x-3' },
  { role: 'expert', organisation: 'org-expert', person: 'x-5' },
  { role: 'pdrc-handler', organisation: 'org-pdrc-2', person: 'x-4', jurisdiction: '230000' },
];

function caseRoutes() {
  return client.platform.routes.flatMap(({ method, path, requirement }) =>
    requirement.access === 'ability' && path.startsWith('/intake/applications/:id')
      ? [{ method, path: path.slice('/intake'.length), action: requirement.action }]
      : [],
  );
}

function pathOf(path: string, id: string): string {
  return path.replace(':id', id).replaceAll(/:\w+/g, 'x');
}

async function code(method: string, path: string, as?: DevelopmentIdentity): Promise<[number, string]> {
  const headers = { 'if-match': '"0"' };
  const answer = await client.platform.call(method, path, { headers, ...(as === undefined ? {} : { as }) });
  return [answer.status, answer.body.code];
}

describe('a route of a case', () => {
  it('is open to nobody without a token', async () => {
    for (const { method, path } of caseRoutes()) {
      expect([path, ...(await code(method, pathOf(path, draft)))]).toEqual([path, 401, 'unauthenticated']);
    }
  });

  it('is open to the roles it is for, and to no other', async () => {
    for (const { method, path, action } of caseRoutes()) {
      const allowed = admitted[action] ?? [];
      for (const role of roles.filter((candidate) => !allowed.includes(candidate))) {
        const as = { role, organisation: 'org-lead', person: 'x' };
        expect([role, path, ...(await code(method, pathOf(path, draft), as))]).toEqual([
          role,
          path,
          403,
          'access-denied',
        ]);
      }
    }
  });

  it('tells the right role of another unit nothing, not even that there is such a case', async () => {
    for (const { method, path, action } of caseRoutes()) {
      const right = strangers.filter(({ role }) => admitted[action]?.includes(role));
      for (const as of right) {
        for (const id of [draft, filed, 'nothing']) {
          const [status, problem] = await code(method, pathOf(path, id), as);
          // A body that is not as it must be is refused before anything is looked up, for any id alike.
          expect(['not-found', 'invalid-request', 'invalid-request']).toContain(problem);
          expect([400, 404]).toContain(status);
        }
      }
    }
  });

  it('shows a draft to neither the competent unit nor the PDRC, and a filed case to both', async () => {
    const unit = { role: 'competent-unit', organisation: 'org-unit', person: 'u' } as const;
    const handler = { role: 'pdrc-handler', organisation: 'org-pdrc', person: 'h' } as const;
    for (const as of [unit, handler]) {
      expect(await code('GET', `/applications/${draft}`, as)).toEqual([404, 'not-found']);
      expect((await code('GET', `/applications/${filed}`, as))[0]).toBe(200);
    }
  });
});
