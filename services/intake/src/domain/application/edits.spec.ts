import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  application,
  attachment,
  chapter,
  entity,
  investment,
  lead,
  leadUnit,
  listedMember,
  milestones,
  name,
  play,
  sha256,
} from '../../testing/case-fixtures.ts';
import { exampleCommands, histories, ready } from '../../testing/case-histories.ts';
import { actionOf } from './available-actions.ts';
import type { ApplicationCommand, EditCommand } from './commands.ts';
import type { ApplicationEvent } from './events.ts';

const spec = deciderSpec(application.decider);
const draft = spec.given(...histories.draft.events);
const full = spec.given(...ready.events);

const changes: readonly (readonly [string, ApplicationCommand, readonly ApplicationEvent[]])[] = [
  [
    'the register entry of its lead unit',
    exampleCommands.TakeOverLeadUnit,
    [{ type: 'LeadUnitTakenOver', data: { leadUnit } }],
  ],
  [
    'its field',
    exampleCommands.ChooseField,
    [{ type: 'StrategicFieldChosen', data: { field: 'biotechnology' } }],
  ],
  ['its name', exampleCommands.ProposeName, [{ type: 'CenterNameProposed', data: name }]],
  [
    'the entity, independent by its legal form',
    exampleCommands.DescribeEntity,
    [{ type: 'CenterEntityDescribed', data: { entity: { ...entity, independent: true } } }],
  ],
  ['a member', exampleCommands.ListMember, [{ type: 'MemberListed', data: { member: listedMember } }]],
  [
    'the platforms',
    {
      type: 'ListPlatforms',
      platforms: [
        { name: '省工程研究中心', kind: 'engineering-research', level: 'provincial', host: '某大学' },
      ],
    },
    [
      {
        type: 'PlatformsListed',
        data: {
          platforms: [
            { name: '省工程研究中心', kind: 'engineering-research', level: 'provincial', host: '某大学' },
          ],
        },
      },
    ],
  ],
  ['the investment', exampleCommands.PlanInvestment, [{ type: 'InvestmentPlanned', data: { investment } }]],
  [
    'the construction',
    exampleCommands.PlanConstruction,
    [{ type: 'ConstructionPlanned', data: { months: 24, milestones } }],
  ],
  [
    'a basic condition',
    exampleCommands.ClaimCondition,
    [
      {
        type: 'ConditionClaimed',
        data: { claim: { condition: 'clear-goals', statement: '具备', evidence: [] } },
      },
    ],
  ],
  [
    'a justification',
    exampleCommands.JustifyFinding,
    [
      {
        type: 'FindingJustified',
        data: { justification: { finding: 'summary-length-extreme', text: '摘要含图表说明' } },
      },
    ],
  ],
];

describe('a draft takes in', () => {
  it.each(changes)('%s', (_what, command, events) => {
    draft.when(command, { actor: lead }).records(...events);
  });

  it('the chapters of an imported document, and only those that changed', () => {
    const source = sha256('docx');
    const summary = chapter('summary', '新摘要', 2_400);
    const unchanged = chapter('background');
    full.when({ type: 'WriteChapters', chapters: [summary, unchanged], source }, { actor: lead }).records({
      type: 'ChapterWritten',
      data: { chapter: { key: 'summary', hash: summary.hash, length: 2_400 }, source },
      evidence: [summary.hash, source],
    });
  });

  it('a file, whose name goes into the personal part', () => {
    const file = attachment('charter', '章程正文');
    const fileName = { subject: 'person-lead', content: { fileName: '张三-章程.pdf' } };
    draft.when({ type: 'AddAttachment', attachment: file, fileName }, { actor: lead }).records({
      type: 'AttachmentAdded',
      data: { attachment: file },
      evidence: [file.hash],
      personal: fileName,
    });
  });

  it('the removal of a file and of a member', () => {
    full
      .when(exampleCommands.RemoveAttachment, { actor: lead })
      .records({ type: 'AttachmentRemoved', data: { kind: 'charter', hash: sha256('charter') } });
    full
      .when(exampleCommands.RemoveMember, { actor: lead })
      .records({ type: 'MemberRemoved', data: { organisation: 'org-member' } });
  });

  it('several sections at once, each on top of the one before', () => {
    draft
      .when(
        {
          type: 'EditSections',
          edits: [
            exampleCommands.ChooseField,
            exampleCommands.ListMember,
            exampleCommands.RemoveMember,
          ].filter(isEditCommand),
        },
        { actor: lead },
      )
      .records(
        { type: 'StrategicFieldChosen', data: { field: 'biotechnology' } },
        { type: 'MemberListed', data: { member: listedMember } },
        { type: 'MemberRemoved', data: { organisation: 'org-member' } },
      );
  });

  it('a second text in the place of the first', () => {
    const twice = play(ready, lead, exampleCommands.JustifyFinding, {
      type: 'JustifyFinding',
      finding: 'summary-length-extreme',
      text: '另一说明',
    });
    expect(twice.state).toMatchObject({
      content: { justifications: [{ finding: 'summary-length-extreme', text: '另一说明' }] },
    });
  });
});

function isEditCommand(command: ApplicationCommand): command is EditCommand {
  return actionOf[command.type] === 'edit';
}
