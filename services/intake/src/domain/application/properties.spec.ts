import fc from 'fast-check';
import {
  application,
  attempt,
  caseOf,
  chapter,
  lookups,
  manifestHashOf,
  now,
  type Played,
  replayed,
  sha256,
  untouched,
} from '../../testing/case-fixtures.ts';
import { actorFor, exampleCommands, histories, ready } from '../../testing/case-histories.ts';
import { actionOf, actionsByStatus, availableActions, partyOf } from './available-actions.ts';
import type { ApplicationCommand } from './commands.ts';
import { compareVersions } from './compare-versions.ts';
import { hashOfManifest, manifestOf } from './manifest.ts';
import { type ApplicationCase, type ApplicationState, currentVersion } from './state.ts';

type Step = (state: ApplicationState) => ApplicationCommand;

const examples: readonly Step[] = Object.values(exampleCommands).map((command) => () => command);

/** Commands that fit the case as it stands, so that random sequences get far. */
const fitting: readonly Step[] = [
  (state) => ({ type: 'CommitTruthfulness', manifestHash: hashNow(state), document: null }),
  (state) =>
    ({ ...exampleCommands.RecordReviewConclusion, subjectHash: lastHash(state) }) as ApplicationCommand,
  (state) => ({ ...exampleCommands.RecordDecision, subjectHash: lastHash(state) }) as ApplicationCommand,
  (state) =>
    ({
      ...exampleCommands.RecordDecision,
      outcome: 'declined',
      subjectHash: lastHash(state),
    }) as ApplicationCommand,
  () => ({ ...exampleCommands.RecordReviewWithdrawn, basis: 'applicant' }) as ApplicationCommand,
  () => ({
    type: 'PlanConstruction',
    months: 36,
    milestones: [{ id: 'm', title: '完成', weight: 100, dueMonth: 36 }],
  }),
  () => ({ type: 'JustifyFinding', finding: 'construction-period-long', text: '设备周期长' }),
  () => ({ type: 'JustifyFinding', finding: 'participation-unconfirmed', text: '确认中' }),
  () => ({ type: 'SubmitApplication', lookups }),
  () => ({ type: 'SubmitRevision', lookups }),
];

function hashNow(state: ApplicationState): string {
  return state.status === 'none' ? '' : hashOfManifest(manifestOf(state), sha256);
}

function lastHash(state: ApplicationState): string {
  return state.status === 'none' ? '' : (state.versions.at(-1)?.manifestHash ?? '');
}

const steps = fc.array(fc.constantFrom(...examples, ...fitting, ...fitting), { maxLength: 60 });
const starts = fc.constantFrom(untouched, ready, ...Object.values(histories));

function walk(start: Played, sequence: readonly Step[], visit: (played: Played) => void): Played {
  let played = start;
  for (const step of sequence) {
    const command = step(played.state);
    const actor = actorFor[partyOf[actionOf[command.type]]];
    played = attempt(played, command, { now, actor }) ?? played;
    visit(played);
  }
  return played;
}

const submittedOnce: readonly string[] = [
  'submitted',
  'passed',
  'filed',
  'accepted',
  'under-review',
  'awaiting-decision',
  'in-revision',
  'approved',
  'declined',
  'refused',
  'rejected',
];

function expectPossible(state: ApplicationCase): void {
  if (submittedOnce.includes(state.status)) {
    const version = currentVersion(state);
    expect(version.manifestHash).toBe(hashOfManifest(version.manifest, sha256));
    expect(version.signer).not.toBe('');
  }
  expect(state.versions.map(({ version }) => version)).toEqual(state.versions.map((_, index) => index + 1));
  if (state.status === 'accepted') expect(state.versions.at(-1)?.manifest.name).not.toBeNull();
  const weights = state.content.milestones.reduce((sum, { weight }) => sum + weight, 0);
  expect([0, 100]).toContain(weights);
}

describe('whatever is done to an application', () => {
  it('it never reaches an impossible state', () => {
    fc.assert(
      fc.property(starts, steps, (start, sequence) => {
        walk(start, sequence, ({ state }) => {
          if (state.status !== 'none') expectPossible(state);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('replaying any prefix of its events gives the state it had', () => {
    fc.assert(
      fc.property(starts, steps, (start, sequence) => {
        walk(start, sequence, ({ events, state }) => expect(replayed(events)).toEqual(state));
      }),
      { numRuns: 100 },
    );
  });

  it('a case that ended stays as it ended', () => {
    const ended = fc.constantFrom('rejected', 'declined', 'refused', 'withdrawn' as const);
    fc.assert(
      fc.property(ended, steps, (status, sequence) => {
        expect(walk(histories[status], sequence, () => undefined)).toBe(histories[status]);
      }),
    );
  });

  it('what is not offered is refused, and what is offered is offered to its party', () => {
    fc.assert(
      fc.property(starts, steps, (start, sequence) => {
        const { state } = walk(start, sequence, () => undefined);
        const offered = new Set(availableActions(state, now).map(({ action }) => action as string));
        for (const command of Object.values(exampleCommands)) {
          const action = actionOf[command.type];
          const actor = actorFor[partyOf[action]];
          const result = application.decider.decide(command, state, { now, actor });
          const possible = actionsByStatus[state.status].some((candidate) => candidate === action);
          if ('accepted' in result) expect(possible).toBe(true);
          if ('accepted' in result && partyOf[action] !== 'platform') expect(offered).toContain(action);
        }
      }),
      { numRuns: 100 },
    );
  });
});

const edits: readonly ApplicationCommand[] = [
  exampleCommands.ChooseField,
  { type: 'ChooseField', field: 'new-materials' },
  exampleCommands.ListMember,
  exampleCommands.RemoveMember,
  exampleCommands.WriteChapters,
  { type: 'WriteChapters', chapters: [chapter('summary')], source: null },
  exampleCommands.AddAttachment,
  exampleCommands.RemoveAttachment,
  exampleCommands.JustifyFinding,
  exampleCommands.ClaimCondition,
  exampleCommands.PlanInvestment,
  exampleCommands.NameContact,
  exampleCommands.ConfirmParticipation,
  exampleCommands.CommitTruthfulness,
  exampleCommands.BindSealedScan,
];

describe('hash(M)', () => {
  it('changes exactly when the content does', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...edits), { maxLength: 12 }), (sequence) => {
        const after = walk(
          ready,
          sequence.map((command) => () => command),
          () => undefined,
        );
        const before = manifestOf(caseOf(ready));
        const sameContent = compareVersions(before, manifestOf(caseOf(after))).length === 0;
        expect(manifestHashOf(after) === manifestHashOf(ready)).toBe(sameContent);
      }),
    );
  });
});
