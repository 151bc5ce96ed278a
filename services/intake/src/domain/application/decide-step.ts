import { accept, type DecisionResult } from '@iic/event-sourcing';
import { deny } from '../problems.ts';
import type { CommandOf, StepCommand } from './commands.ts';
import { committed } from './committed.ts';
import { badForms } from './decide-edit.ts';
import { decideFormality } from './decide-formality.ts';
import { decidePreliminaryReview } from './decide-preliminary-review.ts';
import { decideSubmission } from './decide-submission.ts';
import type { ApplicationEvent } from './events.ts';
import { hashOfManifest, manifestOf } from './manifest.ts';
import { dueOf } from './rules.ts';
import { type ApplicationCase, type CaseFacts, currentVersion } from './state.ts';
import type { StepContext } from './step-context.ts';

type Result = DecisionResult<ApplicationEvent>;

const contactRoles = ['handler', 'head', 'director-candidate'];

/** Steps of the case by its parties; who may act and in which status has been checked. */
export function decideStep(command: StepCommand, state: ApplicationCase, context: StepContext): Result {
  switch (command.type) {
    case 'NameContact':
      return nameContact(command);
    case 'ConfirmParticipation':
      return confirm(command, state, context);
    case 'CommitTruthfulness':
      return commit(command, state, context);
    case 'BindSealedScan':
      return bindScan(command, state, context);
    case 'SubmitApplication':
    case 'SubmitRevision':
      return decideSubmission(command, state, context);
    case 'PassPreliminaryReview':
    case 'ReturnForSupplement':
    case 'RejectApplication':
    case 'IssueTransmittal':
      return decidePreliminaryReview(command, state, context);
    case 'FileApplication':
    case 'AcceptApplication':
    case 'ReturnAtFormalityCheck':
    case 'RefuseApplication':
      return decideFormality(command, state, context);
    case 'WithdrawApplication':
      return accept<ApplicationEvent>({
        type: 'ApplicationWithdrawn',
        data: { caseId: state.caseId, reason: command.reason, afterAcceptance: false },
      });
    case 'RequestWithdrawal':
      return requestWithdrawal(command, state);
    case 'RequestRevision':
      return accept<ApplicationEvent>({
        type: 'RevisionRequested',
        data: {
          version: currentVersion(state).version,
          points: [...command.points],
          dueAt: dueOf(context.pack, 'supplementPeriod', context.now),
        },
      });
    case 'ReassignCaseCompetentUnit':
      return reassign(command, state);
    default:
      return command satisfies never;
  }
}

function nameContact({ role, person }: CommandOf<'NameContact'>): Result {
  return contactRoles.includes(role)
    ? accept<ApplicationEvent>({
        type: 'ContactNamed',
        data: { role, person: person.subject },
        personal: person,
      })
    : deny('code-unknown', {
        params: { what: 'contact.role', code: role, allowed: contactRoles.join(', ') },
      });
}

function confirm(
  { forms }: CommandOf<'ConfirmParticipation'>,
  { content, confirmations }: CaseFacts,
  { pack, actor }: StepContext,
): Result {
  const { organisation } = actor;
  const denial = badForms(forms, pack);
  if (denial !== undefined) return denial;
  const member = content.members.find((candidate) => candidate.organisation === organisation);
  const listed = member?.forms.toSorted().join();
  const confirmed = forms.toSorted();
  if (confirmed.join() !== listed) {
    return deny('contribution-differs', { params: { listed: listed ?? '', confirmed: confirmed.join() } });
  }
  return confirmations[organisation]?.join() === listed
    ? accept<ApplicationEvent>()
    : accept<ApplicationEvent>({ type: 'ParticipationConfirmed', data: { organisation, forms: confirmed } });
}

function commit(
  { manifestHash, document }: CommandOf<'CommitTruthfulness'>,
  facts: CaseFacts,
  { hash, actor }: StepContext,
): Result {
  const current = hashOfManifest(manifestOf(facts), hash);
  if (manifestHash !== current) return deny('commitment-outdated', { params: { current } });
  return accept<ApplicationEvent>(committed({ manifestHash, signer: actor.subject, document }));
}

function bindScan(
  { manifestHash, scan }: CommandOf<'BindSealedScan'>,
  facts: CaseFacts,
  { hash }: StepContext,
): Result {
  const current = hashOfManifest(manifestOf(facts), hash);
  const latest = facts.versions.at(-1)?.manifestHash ?? current;
  if (manifestHash !== current && manifestHash !== latest) {
    return deny('scan-of-other-version', { params: { manifestHash, current } });
  }
  if (facts.scans[manifestHash]?.includes(scan.hash)) {
    return deny('attachment-repeated', { params: { kind: scan.kind, hash: scan.hash } });
  }
  return accept<ApplicationEvent>({
    type: 'SealedScanBound',
    data: { manifestHash, scan },
    evidence: [manifestHash, scan.hash],
  });
}

function requestWithdrawal({ reason }: CommandOf<'RequestWithdrawal'>, state: ApplicationCase): Result {
  if ('withdrawalRequested' in state && state.withdrawalRequested) return deny('withdrawal-pending');
  return accept<ApplicationEvent>({
    type: 'WithdrawalRequested',
    data: {
      caseId: state.caseId,
      version: currentVersion(state).version,
      reviewId: 'reviewId' in state ? state.reviewId : null,
      reason,
    },
  });
}

function reassign(command: CommandOf<'ReassignCaseCompetentUnit'>, facts: CaseFacts): Result {
  const { competentUnit, reason, documentNumber } = command;
  const { caseId, competentUnit: previous } = facts;
  if (competentUnit === previous) return deny('competent-unit-unchanged', { params: { competentUnit } });
  if (!command.competentUnitKnown) return deny('competent-unit-unknown', { params: { competentUnit } });
  return accept<ApplicationEvent>({
    type: 'CaseCompetentUnitReassigned',
    data: { caseId, competentUnit, previous, reason, documentNumber },
  });
}
