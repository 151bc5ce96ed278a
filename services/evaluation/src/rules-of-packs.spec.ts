import { jilin2020, PolicyPacks, policyIdentity } from '@iic/policy';
import { knownConflictRules } from './domain/draw/conflicts.ts';
import { createRulesOf } from './rules-of-packs.ts';

const identity = policyIdentity(jilin2020);
const rulesOf = createRulesOf(new PolicyPacks([jilin2020]));
const rules = rulesOf(identity);

describe('what evaluation reads out of the Jilin pack', () => {
  it('draws seven to a formation panel, five of them from outside, and goes on with five', () => {
    expect(rules.reviews['formation']).toMatchObject({
      article: 'Art. 15',
      composition: {
        seats: 7,
        minimums: [
          { code: 'external', count: 5 },
          { code: 'finance', count: 1 },
        ],
      },
      smaller: [{ seats: 5, minimums: [{ code: 'external', count: 4 }, { code: 'finance' }] }],
      siteVisit: true,
      recommendations: ['favourable', 'unfavourable'],
    });
  });

  it('seats an administrator on an acceptance panel (Art. 17), which scores nothing', () => {
    const { composition, scoresheet, siteVisit } = rules.reviews['acceptance'] ?? {};
    expect(composition?.minimums).toContainEqual({ code: 'administrator', count: 1 });
    expect(scoresheet).toBeNull();
    expect(siteVisit).toBe(false);
  });

  it('names only conflicts that are checked, and scores in one stage', () => {
    for (const review of Object.values(rules.reviews)) {
      expect(review.conflicts.filter((rule) => !knownConflictRules.includes(rule))).toEqual([]);
      expect(review.scoredInStages).toBe(false);
    }
  });

  it('has every kind of decision with at least one approver and outcomes', () => {
    for (const kind of ['formation', 'adjustment', 'acceptance', 'formation-revocation']) {
      const decision = rules.decisions[kind];
      expect(decision?.minimumApprovers).toBeGreaterThanOrEqual(1);
      expect(decision?.outcomes.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('demands a justification of an outcome that is only a reading of the text', () => {
    const outcomes = rules.decisions['formation-revocation']?.outcomes ?? [];
    expect(outcomes.find(({ code }) => code === 'revoked')?.relies).toEqual([]);
    expect(outcomes.find(({ code }) => code === 'rectification')?.relies).toEqual([
      { rule: 'formation-revocation.rectification', origin: 'interpretation of Art. 17' },
    ]);
  });

  it('recommends nothing that no decision could follow', () => {
    for (const kind of ['formation', 'acceptance']) {
      const followed = rules.decisions[kind]?.outcomes.flatMap(({ follows }) => follows ?? []);
      for (const recommendation of rules.reviews[kind]?.recommendations ?? [])
        expect(followed).toContain(recommendation);
    }
  });

  it('is read once, and only from a pack that is loaded', () => {
    expect(rulesOf(identity)).toBe(rules);
    expect(() => rulesOf({ id: identity.id, hash: '0'.repeat(64) })).toThrow();
  });
});
