import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  application,
  attachment,
  caseId,
  caseOf,
  lead,
  listedMember,
  member,
  type Played,
  pdrc,
  play,
  unit,
} from '../../testing/case-fixtures.ts';
import { confirmed, histories, manifestHash, points, ready, written } from '../../testing/case-histories.ts';

const spec = deciderSpec(application.decider);
const when = (played: Played) => spec.given(...played.events);
const { draft: drafted, submitted, filed, 'awaiting-decision': awaiting } = histories;
const committed = ready;

describe('alongside', () => {
  it('a contact person is named, in the personal part only', () => {
    const personal = { subject: 'contact-2', content: { name: '王五', phone: '13800000000' } };
    for (const played of [drafted, submitted, filed, awaiting]) {
      when(played)
        .when({ type: 'NameContact', role: 'head', person: personal }, { actor: lead })
        .records({ type: 'ContactNamed', data: { role: 'head', person: 'contact-2' }, personal });
    }
  });

  it('a member confirms its participation, once', () => {
    const command = { type: 'ConfirmParticipation', forms: [...listedMember.forms].reverse() } as const;
    when(written)
      .when(command, { actor: member })
      .records({
        type: 'ParticipationConfirmed',
        data: { organisation: 'org-member', forms: listedMember.forms },
      });
    when(confirmed).when(command, { actor: member }).records();
  });

  it('a member listed anew must confirm anew', () => {
    const relisted = play(confirmed, lead, { type: 'ListMember', member: listedMember });
    expect(caseOf(relisted).confirmations).toEqual({});
    expect(caseOf(confirmed).confirmations).toEqual({ 'org-member': listedMember.forms });
  });

  it('a sealed scan is bound to the hash it shows', () => {
    const scan = attachment('sealed-scan');
    for (const played of [committed, submitted, filed]) {
      when(played)
        .when({ type: 'BindSealedScan', manifestHash, scan }, { actor: lead })
        .records({
          type: 'SealedScanBound',
          data: { manifestHash, scan },
          evidence: [manifestHash, scan.hash],
        });
    }
    const bound = play(submitted, lead, { type: 'BindSealedScan', manifestHash, scan });
    expect(caseOf(bound).scans).toEqual({ [manifestHash]: [scan.hash] });
  });

  it('only a recorded act of the PDRC puts the case under another competent unit', () => {
    const command = {
      type: 'ReassignCaseCompetentUnit',
      competentUnit: 'org-unit-2',
      competentUnitKnown: true,
      reason: '隶属关系调整',
      documentNumber: null,
    } as const;
    when(submitted)
      .when(command, { actor: pdrc })
      .records({
        type: 'CaseCompetentUnitReassigned',
        data: {
          caseId,
          competentUnit: 'org-unit-2',
          previous: 'org-unit',
          reason: '隶属关系调整',
          documentNumber: null,
        },
      });
    const moved = play(submitted, pdrc, command);
    when(moved).when({ type: 'ReturnForSupplement', points }, { actor: unit }).refuses('not-permitted');
  });
});
