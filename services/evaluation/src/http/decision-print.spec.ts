import { deciderSpec } from '@iic/event-sourcing/testing';
import { jilin2020 } from '@iic/policy';
import type { DecisionEvent } from '../domain/decision/events.ts';
import { decision, decisionId, taken } from '../domain/testing/decision-histories.ts';
import { decisionPrint } from './decision-print.ts';

const context = {
  pack: jilin2020,
  centerName: '吉林省样例材料产业创新中心',
  leadUnitName: '样例公司',
  competentUnitName: '样例市发展改革委',
  document: undefined,
};

function printed(...history: readonly DecisionEvent[]) {
  const state = deciderSpec(decision)
    .given(...history)
    .state();
  if (!('taken' in state)) throw new TypeError('The decision was taken.');
  return decisionPrint(decisionId, state, context);
}

const numbered = {
  type: 'DecisionNumbered',
  data: { decisionId, caseId: 'case-1', agency: 'jilin', year: 2026, serial: 1, number: '〔2026〕0001' },
} as const;

describe('the print of a decision', () => {
  it('waits for the number', () => {
    expect(() => printed(...taken)).toThrow('decision-not-numbered');
    expect(printed(...taken, numbered).number).toEqual({ kind: 'serial', text: '〔2026〕0001' });
  });
});
