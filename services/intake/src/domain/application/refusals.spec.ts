import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  application,
  attachment,
  caseOf,
  commit,
  draftCommand,
  lead,
  leadUnit,
  lookups,
  now,
  type Played,
  pack,
  pdrc,
  platform,
  play,
  sha256,
  unit,
} from '../../testing/case-fixtures.ts';
import {
  actorFor,
  decisionTaken,
  exampleCommands,
  histories,
  opinionHash,
  ready,
  reviewId,
} from '../../testing/case-histories.ts';
import { createApplicationAggregate } from './application.ts';
import { actionOf, partyOf } from './available-actions.ts';
import type { ApplicationCommand } from './commands.ts';

const spec = deciderSpec(application.decider);
const when = (played: Played) => spec.given(...played.events);
const ours = { kind: 'platform-default' } as const;

function codeOf(
  played: Played,
  command: ApplicationCommand,
  actor = actorFor[partyOf[actionOf[command.type]]],
) {
  const result = application.decider.decide(command, played.state, { now, actor });
  return 'refused' in result ? result.refused.code : 'accepted';
}

describe('a draft is refused', () => {
  const none = spec.given();

  it('to others than a lead unit', () => {
    none.when(draftCommand, { actor: unit }).refuses('not-permitted');
  });

  it('in the name of another organisation', () => {
    none.when(draftCommand, { actor: { ...lead, organisation: 'org-other' } }).refuses('not-permitted');
  });

  it('to an organisation outside the register', () => {
    none.when({ ...draftCommand, leadUnit: null }, { actor: lead }).refuses('lead-unit-unregistered');
  });

  it('without a competent unit', () => {
    none.when({ ...draftCommand, competentUnit: null }, { actor: lead }).refuses('competent-unit-unset');
  });
});

describe('a commitment is refused', () => {
  it('for another hash than that of the content', () => {
    const command = { type: 'CommitTruthfulness', manifestHash: sha256('other'), document: null } as const;
    when(ready).when(command, { actor: lead }).refuses('commitment-outdated');
  });
});

describe('a sealed scan is refused', () => {
  it('when it shows the hash of another version', () => {
    const scan = attachment('sealed-scan');
    const command = { type: 'BindSealedScan', manifestHash: sha256('other'), scan } as const;
    when(histories.filed).when(command, { actor: lead }).refuses('scan-of-other-version');
  });

  it('when it is bound already', () => {
    const command = exampleCommands.BindSealedScan;
    when(play(histories.filed, lead, command))
      .when(command, { actor: lead })
      .refuses('attachment-repeated');
  });
});

describe('a submission is refused', () => {
  const submit = { type: 'SubmitApplication', lookups } as const;

  it('while hard findings stand, naming each', () => {
    const { result } = when(histories.draft).when(submit, { actor: lead });
    expect(result).toMatchObject({ refused: { code: 'submission-blocked' } });
    const codes = 'refused' in result ? result.refused.findings?.map(({ code }) => code) : [];
    expect(new Set(codes)).toEqual(
      new Set([
        'chapter-missing',
        'attachment-kind-missing',
        'basic-condition-unproven',
        'field-missing',
        'name-missing',
        'entity-missing',
        'investment-missing',
        'milestones-missing',
        'contact-missing',
        'no-consortium',
      ]),
    );
  });

  it('while a finding that needs a justification has none', () => {
    const shortened = commit(
      play(ready, lead, {
        type: 'WriteChapters',
        chapters: [{ key: 'summary', hash: sha256('短'), length: 10, characters: 10 }],
        source: null,
      }),
    );
    when(shortened).when(submit, { actor: lead }).refuses('justification-needed');
    const justified = commit(play(shortened, lead, exampleCommands.JustifyFinding));
    expect(codeOf(justified, submit)).toBe('accepted');
  });

  it('without a commitment', () => {
    const uncommitted = {
      ...ready,
      events: ready.events.filter(({ type }) => type !== 'TruthfulnessCommitted'),
    };
    when(uncommitted).when(submit, { actor: lead }).refuses('commitment-missing');
  });

  it('after any change since the commitment', () => {
    const changed = play(ready, lead, { type: 'ChooseField', field: 'biotechnology' });
    when(changed).when(submit, { actor: lead }).refuses('commitment-outdated');
  });

  it('with a commitment to something else', () => {
    const commitment = { manifestHash: sha256('other'), document: null };
    when(ready)
      .when({ type: 'SubmitApplication', lookups, commitment }, { actor: lead })
      .refuses('commitment-outdated');
  });

  it('when the name is held by another case', () => {
    const command = { type: 'SubmitApplication', lookups: { ...lookups, nameReserved: false } } as const;
    when(ready).when(command, { actor: lead }).refuses('name-taken');
  });

  it('outside the window of a province that has windows', () => {
    const window = { opens: '2026-04-01', closes: '2026-04-30', graceForDrafts: null, origin: ours };
    const windowed = createApplicationAggregate({
      packOf: () => ({ ...pack, windows: [window] }),
      hash: sha256,
    });
    const given = deciderSpec(windowed.decider).given(...ready.events);
    given.when(submit, { actor: lead }).refuses('window-closed');
  });
});

describe('the preliminary review is refused', () => {
  it('to the person who signed, even where the lead unit is its own competent unit', () => {
    const own = play(histories.submitted, pdrc, {
      type: 'ReassignCaseCompetentUnit',
      competentUnit: leadUnit.organisation,
      competentUnitKnown: true,
      reason: '中省直单位自行主管',
      documentNumber: null,
    });
    const sameSubject = { ...lead, role: 'competent-unit' };
    for (const command of [
      exampleCommands.PassPreliminaryReview,
      exampleCommands.ReturnForSupplement,
      exampleCommands.RejectApplication,
    ]) {
      when(own).when(command, { actor: sameSubject }).refuses('same-person');
      expect(codeOf(own, command, { ...sameSubject, subject: 'somebody-else' })).toBe('accepted');
    }
  });
});

describe('after acceptance', () => {
  it('a second request for withdrawal is refused', () => {
    const requested = play(histories.accepted, lead, exampleCommands.RequestWithdrawal);
    when(requested).when(exampleCommands.RequestWithdrawal, { actor: lead }).refuses('withdrawal-pending');
  });

  it('a withdrawal nobody asked for is neither granted nor refused', () => {
    const granted = { type: 'RecordReviewWithdrawn', reviewId, basis: 'applicant', reason: '撤回' } as const;
    when(histories.accepted).when(granted, { actor: platform }).refuses('withdrawal-not-requested');
    when(histories['awaiting-decision'])
      .when(exampleCommands.RecordWithdrawalRefused, { actor: platform })
      .refuses('withdrawal-not-requested');
  });

  it('the conclusion of a review of another version is refused', () => {
    const command = {
      type: 'RecordReviewConclusion',
      reviewId,
      subjectHash: sha256('other'),
      recommendation: 'favourable',
      opinionHash,
    } as const;
    when(histories['under-review']).when(command, { actor: platform }).refuses('review-of-other-version');
  });

  it('a decision about another version is refused', () => {
    const command = { ...decisionTaken, subjectHash: sha256('other') };
    when(histories['awaiting-decision'])
      .when(command, { actor: platform })
      .refuses('decision-of-other-version');
  });

  it('another decision than that about the formation is refused', () => {
    const other = { decisionId: 'case-2-formation' };
    for (const command of [
      { ...decisionTaken, ...other },
      { type: 'RecordDecisionVoided' as const, ...other },
    ])
      when(histories['awaiting-decision']).when(command, { actor: platform }).refuses('decision-unknown');
  });
});

describe('a competent unit is not reassigned', () => {
  it('to the one it is, or to one that is in no register', () => {
    const command = {
      type: 'ReassignCaseCompetentUnit',
      competentUnit: caseOf(histories.filed).competentUnit,
      competentUnitKnown: true,
      reason: '调整',
      documentNumber: null,
    } as const;
    when(histories.filed).when(command, { actor: pdrc }).refuses('competent-unit-unchanged');
    const unknown = { ...command, competentUnit: 'org-nobody', competentUnitKnown: false };
    when(histories.filed).when(unknown, { actor: pdrc }).refuses('competent-unit-unknown');
  });
});
