import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  adjustmentApproved,
  adjustmentBeforePdrc,
  competentUnit,
  decider,
  handler,
  hash,
  leadUnit,
  propose,
  proposed,
  reported,
  started,
  under16,
} from '../../testing/index.ts';
import type { ProposeAdjustment } from './commands.ts';
import type { AdjustmentChanges, ProjectEvent } from './events.ts';

const spec = deciderSpec(decider);

function proposing(changes: AdjustmentChanges, more: Partial<ProposeAdjustment> = {}) {
  return spec.given(started, reported).when({ ...propose, ...more, changes }, { actor: leadUnit });
}

describe('proposing an adjustment', () => {
  it('records what changes and why', () => {
    proposing(propose.changes).records({ ...proposed(), policy: under16, evidence: [hash('d')] });
  });

  it('keeps the findings on an extension with the justification given', () => {
    const justifications = [{ finding: 'construction-period-long', text: '设备进口延误' }];
    proposing({ extensionMonths: 13 }, { justifications }).records({
      type: 'AdjustmentProposed',
      data: {
        number: 1,
        changes: { extensionMonths: 13 },
        contentHash: propose.contentHash,
        reason: propose.reason,
        findings: [
          {
            code: 'extension-too-long',
            strength: 'advisory',
            article: 'platform default',
            params: { months: 13, limit: 12 },
            justification: null,
          },
          {
            code: 'construction-period-long',
            strength: 'needs-justification',
            article: 'Art. 16',
            params: { months: 37, limit: 24 },
            justification: '设备进口延误',
          },
        ],
      },
      policy: under16,
    });
  });

  it('refuses an extension beyond the general period without a justification, naming the article', () => {
    const { result } = proposing({ extensionMonths: 1 });
    expect(result).toMatchObject({
      refused: {
        code: 'findings-need-justification',
        findings: [{ code: 'construction-period-long', article: 'Art. 16' }],
      },
    });
    const blank = [{ finding: 'construction-period-long', text: ' ' }];
    proposing({ extensionMonths: 1 }, { justifications: blank }).refuses('findings-need-justification');
  });

  it('finds a second extension', () => {
    const decision = spec
      .given(started, proposed({ extensionMonths: 6 }), adjustmentApproved({ extensionMonths: 6 }))
      .when(
        {
          ...propose,
          changes: { extensionMonths: 1 },
          justifications: [{ finding: 'construction-period-long', text: '疫情' }],
        },
        { actor: leadUnit },
      );
    expect(decision.result).toMatchObject({
      accepted: [
        { data: { findings: [{ code: 'extension-repeated' }, { code: 'construction-period-long' }] } },
      ],
    });
  });

  it('refuses an adjustment that changes nothing', () => {
    proposing({}).refuses('adjustment-empty');
  });

  it('refuses milestones that repeat, do not weigh 100, or lie after the period', () => {
    const milestone = { id: 'all', title: '全部', weight: 100, dueMonth: 24 };
    const half = { ...milestone, weight: 50 };
    proposing({ milestones: [half, half] }).refuses('milestone-repeated');
    proposing({ milestones: [half] }).refuses('milestone-weights');
    proposing({ milestones: [] }).refuses('milestone-weights');
    proposing({ milestones: [{ ...milestone, dueMonth: 25 }] }).refuses('milestone-after-period');
  });

  it('takes a milestone within the period that the same adjustment extends', () => {
    const { result } = proposing(
      { extensionMonths: 6, milestones: [{ id: 'all', title: '全部', weight: 100, dueMonth: 30 }] },
      { justifications: [{ finding: 'construction-period-long', text: '设备进口延误' }] },
    );
    expect(result).toHaveProperty('accepted');
  });

  it('refuses an investment that repeats a line or drops a source already spent', () => {
    const line = { source: 'own-funds', amountFen: '1' };
    proposing({ investment: [line, line] }).refuses('source-repeated');
    proposing({ investment: [{ ...line, source: 'bank-loan' }] }).refuses('spent-source-removed');
    expect(proposing({ investment: [line] }).result).toHaveProperty('accepted');
  });

  it('numbers adjustments in sequence', () => {
    const declined: ProjectEvent = {
      type: 'AdjustmentDeclined',
      data: { number: 1, decisionId: 'case-1-adjustment-1' },
    };
    spec
      .given(started, proposed(), adjustmentBeforePdrc(), declined)
      .when(propose, { actor: leadUnit })
      .records({ ...proposed(propose.changes, 2), policy: under16, evidence: [hash('d')] });
  });
});

describe('an open adjustment', () => {
  const opinion = {
    type: 'GiveAdjustmentOpinion',
    number: 1,
    text: '意见',
    documentHash: hash('9'),
  } as const;

  it.each([
    ['supports', '主管单位同意', 'the competent unit supports it'],
    ['objects', '主管单位不同意', 'the competent unit objects to it'],
  ] as const)('goes to the PDRC when the competent unit %s', (word, zh, en) => {
    const [opening, before] = [proposed(), adjustmentBeforePdrc()];
    if (before.type !== 'AdjustmentDecisionProposed') throw new Error('fixture');
    const name = before.data.summary;
    spec
      .given(started, opening)
      .when({ ...opinion, opinion: word }, { actor: competentUnit })
      .records(
        {
          type: 'AdjustmentOpinionGiven',
          data: { number: 1, opinion: word, text: '意见', documentHash: hash('9') },
          evidence: [hash('9')],
        },
        {
          ...before,
          data: {
            ...before.data,
            summary: {
              zh: name.zh.replace('主管单位同意', zh),
              en: name.en.replace('the competent unit supports it', en),
            },
          },
          policy: under16,
        },
      );
  });

  it('takes an opinion without a document', () => {
    const { result } = spec
      .given(started, proposed())
      .when({ ...opinion, opinion: 'supports', documentHash: null }, { actor: competentUnit });
    expect(result).toMatchObject({ accepted: [{ data: { documentHash: null } }, {}] });
  });

  it('goes to the PDRC without an opinion when the handler takes it up', () => {
    const { result } = spec
      .given(started, proposed())
      .when({ type: 'ProposeAdjustmentDecision', number: 1 }, { actor: handler });
    expect(result).toMatchObject({
      accepted: [
        {
          type: 'AdjustmentDecisionProposed',
          data: { decisionId: 'case-1-adjustment-1', summary: { zh: expect.stringContaining('未出具意见') } },
        },
      ],
    });
  });

  it('is answered under its own number', () => {
    spec
      .given(started, proposed())
      .when({ type: 'WithdrawAdjustment', number: 2, reason: '不再需要' }, { actor: leadUnit })
      .refuses('no-open-adjustment');
  });

  it('may be withdrawn by the lead unit', () => {
    spec
      .given(started, proposed())
      .when({ type: 'WithdrawAdjustment', number: 1, reason: '不再需要' }, { actor: leadUnit })
      .records({ type: 'AdjustmentWithdrawn', data: { number: 1, reason: '不再需要' } });
    expect(
      spec
        .given(started, proposed(), { type: 'AdjustmentWithdrawn', data: { number: 1, reason: '' } })
        .state().status,
    ).toBe('under-construction');
  });
});
