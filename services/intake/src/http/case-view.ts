import { NotVisible } from '@iic/access';
import type { Instant } from '@iic/event-sourcing';
import type { Applications } from '../aggregates.ts';
import { availableActions } from '../domain/application/available-actions.ts';
import type {
  ApplicationCase,
  ApplicationContent,
  ApplicationState,
  SubmittedVersion,
} from '../domain/application/state.ts';

/** Roles that see what the lead unit is writing; all others see what was submitted last. */
export const atWork: readonly string[] = ['lead-unit', 'member-unit', 'auditor'];
/** Roles that see which other cases a submission resembles. */
const comparing: readonly string[] = ['pdrc-handler', 'pdrc-decider', 'auditor'];

/** A case that exists. Throws `NotVisible` otherwise. */
export function existing(state: ApplicationState): ApplicationCase {
  if (state.status === 'none') throw new NotVisible('Application');
  return state;
}

/** Content of a case as a role sees it. Throws `NotVisible` where the role sees none yet. */
export function visibleContent(state: ApplicationCase, role: string): ApplicationContent {
  if (atWork.includes(role)) return state.content;
  return contentOf(visibleVersion(state));
}

/** A submitted version, the last when none is named. Throws `NotVisible` when there is none such. */
export function visibleVersion(state: ApplicationCase, number?: number): SubmittedVersion {
  const version =
    number === undefined ? state.versions.at(-1) : state.versions.find((each) => each.version === number);
  if (version === undefined) throw new NotVisible('Application');
  return version;
}

/** Everything about a case that a role may see, with what may be done next, by whom and until when. */
export function caseView(
  applications: Applications,
  state: ApplicationCase,
  { role, now }: { readonly role: string; readonly now: Instant },
) {
  const { content: _content, proposedNames: _names, decisions: _decisions, ...shown } = state;
  const { versions, policy, ...facts } = withoutReviewers(shown);
  const seesWork = atWork.includes(role);
  return {
    ...facts,
    ...(seesWork ? {} : factsOfVersion(state, visibleVersion(state))),
    policy,
    commitment: seesWork ? state.commitment : null,
    manifestHash: seesWork ? applications.manifestHash(state) : (versions.at(-1)?.manifestHash ?? null),
    content: visibleContent(state, role),
    versions: versions.map((version) => versionSummary(version, role)),
    next: availableActions(state, now),
  };
}

/** Who reviews a case is nobody's business but evaluation's. */
function withoutReviewers<Shown extends object>(shown: Shown): Omit<Shown, 'reviewers'> {
  if (!('reviewers' in shown)) return shown;
  const { reviewers: _, ...rest } = shown;
  return rest;
}

/** A version without its content. */
export function versionSummary(
  { manifest: _manifest, duplicates, ...version }: SubmittedVersion,
  role: string,
) {
  return comparing.includes(role) ? { ...version, duplicates } : version;
}

/** The facts about a case that the lead unit's work changes, as of a submitted version. */
function factsOfVersion({ scans, versions }: ApplicationCase, { manifest, findings }: SubmittedVersion) {
  const hashes = versions.map(({ manifestHash }) => manifestHash);
  const unconfirmed = findings
    .filter(({ code }) => code === 'participation-unconfirmed')
    .map(({ params }) => params['organisation']);
  return {
    leadUnit: manifest.leadUnit,
    // A member confirms exactly what the manifest lists; one that had not is among the findings.
    confirmations: Object.fromEntries(
      manifest.members
        .filter(({ organisation }) => !unconfirmed.includes(organisation))
        .map(({ organisation, forms }) => [organisation, forms]),
    ),
    scans: Object.fromEntries(Object.entries(scans).filter(([hash]) => hashes.includes(hash))),
  };
}

function contentOf({ manifest }: SubmittedVersion): ApplicationContent {
  const { format: _format, caseId: _caseId, leadUnit: _leadUnit, province: _province, ...content } = manifest;
  return content;
}
