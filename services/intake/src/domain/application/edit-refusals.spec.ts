import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  application,
  attachment,
  chapter,
  entity,
  lead,
  leadUnit,
  listedMember,
  member,
  milestones,
  name,
  sha256,
} from '../../testing/case-fixtures.ts';
import { ready } from '../../testing/case-histories.ts';
import type { ApplicationCommand } from './commands.ts';

const spec = deciderSpec(application.decider);
const full = spec.given(...ready.events);

const wrongCheck = '91310115MA1G4L1WXK';
const refusals: readonly (readonly [string, ApplicationCommand, string])[] = [
  [
    'another lead unit',
    { type: 'TakeOverLeadUnit', leadUnit: { ...leadUnit, organisation: 'org-other' } },
    'lead-unit-fixed',
  ],
  [
    'a Chinese name of another form',
    { type: 'ProposeName', ...name, zh: '先进材料产业创新中心' },
    'name-form',
  ],
  [
    'an English name of another form',
    { type: 'ProposeName', ...name, en: 'Center of Materials' },
    'name-form',
  ],
  ['a field that is none', { type: 'ChooseField', field: 'alchemy' }, 'code-unknown'],
  [
    'an area code that no longer holds',
    {
      type: 'DescribeEntity',
      entity: { ...entity, registration: { ...entity.registration, area: '220381' } },
    },
    'area-not-in-force',
  ],
  [
    'an unknown legal form',
    { type: 'DescribeEntity', entity: { ...entity, legalForm: 'club' } },
    'code-unknown',
  ],
  [
    'an unknown status of registration',
    {
      type: 'DescribeEntity',
      entity: { ...entity, registration: { ...entity.registration, status: 'maybe' } },
    },
    'code-unknown',
  ],
  [
    'an area that is none',
    {
      type: 'DescribeEntity',
      entity: { ...entity, registration: { ...entity.registration, area: '999999' } },
    },
    'area-unknown',
  ],
  [
    'an entity with a wrong USCC',
    { type: 'DescribeEntity', entity: { ...entity, uscc: wrongCheck } },
    'uscc-invalid',
  ],
  [
    'its lead unit as a member',
    { type: 'ListMember', member: { ...listedMember, organisation: 'org-lead' } },
    'member-is-lead-unit',
  ],
  [
    'a member with a wrong USCC',
    { type: 'ListMember', member: { ...listedMember, uscc: wrongCheck } },
    'uscc-invalid',
  ],
  [
    'a member in no known area',
    { type: 'ListMember', member: { ...listedMember, area: '999999' } },
    'area-unknown',
  ],
  [
    'a member without contribution',
    { type: 'ListMember', member: { ...listedMember, forms: [] } },
    'contribution-forms',
  ],
  [
    'a form of contribution twice',
    {
      type: 'ListMember',
      member: { ...listedMember, forms: ['joint-talent-training', 'joint-talent-training'] },
    },
    'contribution-forms',
  ],
  [
    'an unknown form of contribution',
    { type: 'ListMember', member: { ...listedMember, forms: ['goodwill'] } },
    'code-unknown',
  ],
  ['the removal of a stranger', { type: 'RemoveMember', organisation: 'org-other' }, 'member-unknown'],
  [
    'an unknown source of investment',
    { type: 'PlanInvestment', investment: [{ source: 'lottery', organisation: null, amountFen: '1' }] },
    'code-unknown',
  ],
  [
    'an investment of nothing',
    { type: 'PlanInvestment', investment: [{ source: 'own-funds', organisation: null, amountFen: '0' }] },
    'investment-zero',
  ],
  [
    'a source and payer twice',
    {
      type: 'PlanInvestment',
      investment: [
        { source: 'own-funds', organisation: null, amountFen: '1' },
        { source: 'own-funds', organisation: null, amountFen: '2' },
      ],
    },
    'investment-repeated',
  ],
  [
    'weights that do not sum to 100',
    { type: 'PlanConstruction', months: 24, milestones: milestones.slice(1) },
    'milestone-weights',
  ],
  [
    'two milestones of one id',
    {
      type: 'PlanConstruction',
      months: 24,
      milestones: milestones.map((milestone) => ({ ...milestone, id: 'm1' })),
    },
    'milestone-repeated',
  ],
  [
    'a milestone after the end of the construction',
    { type: 'PlanConstruction', months: 12, milestones },
    'milestone-too-late',
  ],
  [
    'an unknown basic condition',
    { type: 'ClaimCondition', claim: { condition: 'luck', statement: '具备', evidence: [] } },
    'code-unknown',
  ],
  [
    'an unknown chapter',
    { type: 'WriteChapters', chapters: [chapter('epilogue')], source: null },
    'code-unknown',
  ],
  [
    'a chapter twice',
    { type: 'WriteChapters', chapters: [chapter('goals'), chapter('goals')], source: null },
    'chapter-repeated',
  ],
  [
    'a summary of 50,000 characters',
    { type: 'WriteChapters', chapters: [chapter('summary', '长'.repeat(50_000), 50_000)], source: null },
    'chapter-too-long',
  ],
  [
    'a file of an unknown kind',
    { type: 'AddAttachment', attachment: attachment('photo') },
    'attachment-kind-unknown',
  ],
  [
    'a commitment as a mere file',
    { type: 'AddAttachment', attachment: attachment('commitment') },
    'attachment-kind-unknown',
  ],
  ['a file twice', { type: 'AddAttachment', attachment: attachment('charter') }, 'attachment-repeated'],
  [
    'the removal of a file that is not there',
    { type: 'RemoveAttachment', kind: 'charter', hash: sha256('x') },
    'attachment-unknown',
  ],
  [
    'a justification of an unknown finding',
    { type: 'JustifyFinding', finding: 'bad-weather', text: '…' },
    'code-unknown',
  ],
  ['no edit at all', { type: 'EditSections', edits: [] }, 'nothing-to-edit'],
  [
    'a wrong edit among others',
    {
      type: 'EditSections',
      edits: [
        { type: 'ChooseField', field: 'biotechnology' },
        { type: 'RemoveMember', organisation: 'org-other' },
      ],
    },
    'member-unknown',
  ],
  [
    'an unknown contact role',
    { type: 'NameContact', role: 'driver', person: { subject: 'p', content: { name: '某' } } },
    'code-unknown',
  ],
];

describe('a draft does not take in', () => {
  it.each(refusals)('%s', (_what, command, code) => {
    full.when(command, { actor: lead }).refuses(code);
  });
});

describe('a member cannot confirm', () => {
  it('other forms than were listed', () => {
    full
      .when({ type: 'ConfirmParticipation', forms: ['joint-talent-training'] }, { actor: member })
      .refuses('contribution-differs');
  });

  it('no form at all', () => {
    full.when({ type: 'ConfirmParticipation', forms: [] }, { actor: member }).refuses('contribution-forms');
  });
});
