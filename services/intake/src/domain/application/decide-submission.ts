import { accept, type DecisionResult, type Finding } from '@iic/event-sourcing';
import { findingsOf } from '@iic/policy';
import { deny } from '../problems.ts';
import { citing } from './citation.ts';
import type { CommandOf } from './commands.ts';
import { committed } from './committed.ts';
import { formationProposal } from './decision-proposal.ts';
import type { ApplicationEvent } from './events.ts';
import { assess, hardFindings, unjustifiedFindings } from './findings.ts';
import { hashOfManifest, manifestOf } from './manifest.ts';
import { closedWindow, dueOf } from './rules.ts';
import type { ApplicationCase, Commitment, Manifest } from './state.ts';
import type { StepContext } from './step-context.ts';

type SubmissionCommand = CommandOf<'SubmitApplication'> | CommandOf<'SubmitRevision'>;

/** Submits what the commitment speaks for as the next numbered version. */
export function decideSubmission(
  command: SubmissionCommand,
  state: ApplicationCase,
  context: StepContext,
): DecisionResult<ApplicationEvent> {
  const manifest = manifestOf(state);
  const manifestHash = hashOfManifest(manifest, context.hash);
  const findings = [
    ...assess(state, context.pack, command.lookups),
    ...(state.versions.at(-1)?.manifestHash === manifestHash
      ? findingsOf(context.pack, 'unchanged-since-return')
      : []),
  ];
  const denial = closed(command, state, context) ?? barred(state, findings);
  if (denial !== undefined) return denial;
  const given = command.commitment && { ...command.commitment, signer: context.actor.subject };
  const commitment = given ?? state.commitment;
  if (commitment === null) return deny('commitment-missing', { params: { current: manifestHash } });
  if (commitment.manifestHash !== manifestHash) {
    return deny('commitment-outdated', { params: { current: manifestHash } });
  }
  if (!command.lookups.nameReserved) {
    return deny('name-taken', { params: { name: state.content.name?.zh ?? '' } });
  }
  return accept<ApplicationEvent>(
    ...(given === undefined ? [] : [committed(given)]),
    ...submissionEvents(command, state, { manifest, manifestHash, commitment, findings }, context),
  );
}

function closed({ type }: SubmissionCommand, { draftedAt }: ApplicationCase, { pack, now }: StepContext) {
  const window = type === 'SubmitApplication' ? closedWindow(pack, now, draftedAt) : undefined;
  return window === undefined ? undefined : deny('window-closed', { params: { ...window } });
}

function barred({ content }: ApplicationCase, findings: readonly Finding[]) {
  const hard = hardFindings(findings);
  if (hard.length > 0) return deny('submission-blocked', { params: { count: hard.length }, findings });
  const unjustified = unjustifiedFindings(findings, content);
  if (unjustified.length > 0) {
    return deny('justification-needed', { params: { count: unjustified.length }, findings: unjustified });
  }
  return undefined;
}

interface Checked {
  readonly manifest: Manifest;
  readonly manifestHash: string;
  readonly commitment: Commitment;
  readonly findings: readonly Finding[];
}

function submissionEvents(
  { type, lookups }: SubmissionCommand,
  state: ApplicationCase,
  checked: Checked,
  { pack, now }: StepContext,
): readonly ApplicationEvent[] {
  const { manifest, manifestHash, commitment } = checked;
  const submission = {
    caseId: state.caseId,
    version: (state.versions.at(-1)?.version ?? 0) + 1,
    manifestHash,
    manifest,
    signer: commitment.signer,
    findings: checked.findings.map((finding) => ({ ...finding, params: { ...finding.params } })),
  };
  const basis = { ...citing(state, 'Art. 15'), evidence: [manifestHash] };
  if (type === 'SubmitRevision') {
    const revised = { type: 'ApplicationRevised' as const, data: submission, ...basis };
    return [revised, formationProposal(state, submission, reviewIdOf(state))];
  }
  const { competentUnit } = state;
  const dueAt = dueOf(pack, 'preliminaryReviewPeriod', now);
  const duplicates = [...lookups.duplicates];
  return [
    { type: 'ApplicationSubmitted', data: { ...submission, duplicates, competentUnit, dueAt }, ...basis },
  ];
}

function reviewIdOf(state: ApplicationCase): string | null {
  return 'reviewId' in state ? state.reviewId : null;
}
