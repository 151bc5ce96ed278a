import {
  caseOf,
  chapter,
  entity,
  lead,
  listedMember,
  lookups,
  milestones,
  type Played,
  pack,
  play,
} from '../../testing/case-fixtures.ts';
import { histories, ready } from '../../testing/case-histories.ts';
import type { ApplicationCommand, SubmissionLookups } from './commands.ts';
import { assess, hardFindings, unjustifiedFindings } from './findings.ts';

function codes(played: Played, found: SubmissionLookups = lookups): readonly string[] {
  return assess(caseOf(played), pack, found).map(({ code }) => code);
}

const after = (...commands: readonly ApplicationCommand[]) => codes(play(ready, lead, ...commands));
const summaryOf = (length: number) =>
  after({ type: 'WriteChapters', chapters: [chapter('summary', `摘要 ${length}`, length)], source: null });

describe('the rules', () => {
  it('say nothing about a complete plan', () => {
    expect(codes(ready)).toEqual([]);
  });

  it('list hard findings first and cite their articles', () => {
    const findings = assess(caseOf(histories.draft), pack, lookups);
    expect(findings[0]).toEqual({
      code: 'chapter-missing',
      strength: 'hard',
      article: 'annex 2',
      params: { chapter: 'summary' },
    });
    const strengths = findings.map(({ strength }) => strength);
    expect(strengths).toEqual(strengths.toSorted((left) => (left === 'hard' ? -1 : 1)));
    expect(hardFindings(findings).every(({ strength }) => strength === 'hard')).toBe(true);
  });

  it.each([
    [10, ['summary-length-extreme']],
    [499, ['summary-length-extreme']],
    [500, ['summary-length']],
    [1_999, ['summary-length']],
    [2_000, []],
    [3_000, []],
    [3_001, ['summary-length']],
    [10_000, ['summary-length']],
    [10_001, ['summary-length-extreme']],
    [0, ['chapter-missing']],
  ])('of a summary of %i words say %j', (length, expected) => {
    expect(summaryOf(length)).toEqual(expected);
  });

  it('want a registration in the province and the undertaking of it', () => {
    const outside = { ...entity, registration: { ...entity.registration, area: '110000' } };
    expect(after({ type: 'DescribeEntity', entity: outside })).toEqual(['registration-outside-province']);
    const reluctant = { ...entity, undertakesRegistration: false };
    expect(after({ type: 'DescribeEntity', entity: reluctant })).toEqual([
      'registration-undertaking-missing',
    ]);
  });

  it('ask why a center is no legal entity of its own, and who hosts it', () => {
    const hosted = { ...entity, legalForm: 'hosted', hostingUnit: 'org-lead' };
    expect(after({ type: 'DescribeEntity', entity: hosted })).toEqual(['not-independent-legal-entity']);
    const homeless = { ...hosted, hostingUnit: null };
    expect(after({ type: 'DescribeEntity', entity: homeless })).toEqual([
      'hosting-unit-missing',
      'not-independent-legal-entity',
    ]);
  });

  it('ask about members that are missing or have not confirmed', () => {
    expect(after({ type: 'RemoveMember', organisation: 'org-member' })).toEqual(['no-consortium']);
    expect(after({ type: 'ListMember', member: listedMember })).toEqual(['participation-unconfirmed']);
  });

  it('want a condition proven by what is there', () => {
    const claim = (evidence: { kind: string; ref: string }[]): ApplicationCommand => ({
      type: 'ClaimCondition',
      claim: { condition: 'clear-goals', statement: '具备', evidence },
    });
    expect(after(claim([]))).toEqual(['basic-condition-unproven']);
    expect(after(claim([{ kind: 'attachment', ref: '0'.repeat(64) }]))).toEqual(['basic-condition-unproven']);
    const file = caseOf(ready).content.attachments[0]?.hash ?? '';
    expect(after(claim([{ kind: 'attachment', ref: file }]))).toEqual([]);
  });

  it('ask about a construction of more than two years', () => {
    const later = milestones.map((milestone) => ({ ...milestone, dueMonth: 25 }));
    expect(after({ type: 'PlanConstruction', months: 25, milestones: later })).toEqual([
      'construction-period-long',
    ]);
  });

  it('ask about a lead unit under its own eyes, and never take missing data for none', () => {
    const withAncestry = (ancestors: readonly string[], complete: boolean) =>
      codes(ready, { ...lookups, ancestry: { ancestors, complete } });
    expect(withAncestry(['org-unit'], true)).toEqual(['competent-unit-conflict']);
    expect(withAncestry(['org-faculty', 'org-unit'], false)).toEqual(['competent-unit-conflict']);
    expect(withAncestry(['org-parent'], false)).toEqual(['competent-unit-conflict-not-checked']);
    expect(withAncestry([], true)).toEqual([]);
    const own = { ...caseOf(ready), competentUnit: 'org-lead' };
    expect(assess(own, pack, lookups).map(({ code }) => code)).toEqual(['competent-unit-conflict']);
  });

  it('flag duplicates without saying whose they are', () => {
    const duplicates = [
      { caseId: 'case-8', basis: 'name' },
      { caseId: 'case-9', basis: 'name' },
      { caseId: 'case-7', basis: 'uscc-and-field' },
    ];
    const findings = assess(caseOf(ready), pack, { ...lookups, duplicates });
    expect(findings.map(({ code, params }) => [code, params])).toEqual([
      ['duplicate-application', { basis: 'name' }],
      ['duplicate-application', { basis: 'uscc-and-field' }],
    ]);
  });

  it('notice that the register has changed', () => {
    const renamed = { ...lookups, leadUnit: { ...lookups.leadUnit, name: '新名称有限公司' } };
    expect(codes(ready, renamed)).toEqual(['lead-unit-outdated']);
  });

  it('take a justification for the finding it is given for', () => {
    const findings = assess(
      caseOf(play(ready, lead, { type: 'RemoveMember', organisation: 'org-member' })),
      pack,
      lookups,
    );
    const content = caseOf(ready).content;
    const justified = { ...content, justifications: [{ finding: 'no-consortium', text: '已签意向' }] };
    expect(unjustifiedFindings(findings, content).map(({ code }) => code)).toEqual(['no-consortium']);
    expect(unjustifiedFindings(findings, justified)).toEqual([]);
  });

  it('tell members of the lead unit’s group where a province excludes them, and never "no" without the data', () => {
    const excluding = {
      ...pack,
      parameters: {
        ...pack.parameters,
        affiliateExclusion: { ...pack.parameters.affiliateExclusion, value: true },
      },
    };
    const known = { ancestors: [], complete: true };
    const found = (above: SubmissionLookups['memberAncestry'], rules = excluding) =>
      assess(caseOf(ready), rules, {
        ...lookups,
        ancestry: { ancestors: ['org-group'], complete: true },
        ...(above === undefined ? {} : { memberAncestry: above }),
      }).filter(({ code }) => code.startsWith('member-'));
    const { organisation } = listedMember;
    const group = { [organisation]: { ancestors: ['org-group'], complete: true } };
    expect(found(group)).toMatchObject([{ code: 'member-is-affiliate', params: { organisation } }]);
    expect(found({ [organisation]: known })).toEqual([]);
    expect(found(undefined)).toMatchObject([
      { code: 'member-affiliation-not-checked', strength: 'advisory', params: { organisation } },
    ]);
    expect(found(group, pack)).toEqual([]);
  });
});
