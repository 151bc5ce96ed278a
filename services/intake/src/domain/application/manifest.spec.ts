import {
  caseId,
  caseOf,
  lead,
  leadUnit,
  listedMember,
  manifestHashOf,
  member,
  play,
  sha256,
} from '../../testing/case-fixtures.ts';
import { exampleCommands, histories, manifestHash, ready } from '../../testing/case-histories.ts';
import { hashOfManifest, manifestOf } from './manifest.ts';

const manifest = manifestOf(caseOf(ready));

describe('the manifest', () => {
  it('lists fields, chapters and attachment kinds 1 to 4 of one case', () => {
    expect(Object.keys(manifest).toSorted()).toEqual([
      'attachments',
      'caseId',
      'chapters',
      'conditions',
      'constructionMonths',
      'entity',
      'field',
      'format',
      'investment',
      'justifications',
      'leadUnit',
      'members',
      'milestones',
      'name',
      'platforms',
      'province',
    ]);
    expect(manifest).toMatchObject({ format: 'iic-manifest/1', caseId, leadUnit, province: '220000' });
    expect(manifest.attachments.map(({ kind }) => kind)).toEqual([
      'business-licences',
      'charter',
      'evidence-of-results',
      'supporting-files',
    ]);
  });

  it('holds nothing personal: contacts, confirmations, commitment and scans lie outside', () => {
    const touched = play(
      play(ready, lead, exampleCommands.NameContact, exampleCommands.BindSealedScan),
      member,
      { type: 'ConfirmParticipation', forms: listedMember.forms },
    );
    expect(manifestHashOf(touched)).toBe(manifestHash);
    expect(JSON.stringify(manifest)).not.toMatch(/张三|0431/);
  });

  it('does not depend on the order of lists that have none', () => {
    const content = caseOf(ready).content;
    const shuffled = {
      ...content,
      members: content.members.map((listed) => ({ ...listed, forms: listed.forms.toReversed() })),
      investment: content.investment.toReversed(),
      milestones: content.milestones.toReversed(),
      conditions: content.conditions.toReversed(),
      chapters: content.chapters.toReversed(),
      attachments: content.attachments.toReversed(),
    };
    expect(hashOfManifest(manifestOf({ ...caseOf(ready), content: shuffled }), sha256)).toBe(manifestHash);
  });

  it('differs between cases of the same content', () => {
    expect(hashOfManifest({ ...manifest, caseId: 'case-2' }, sha256)).not.toBe(manifestHash);
  });

  it('of a submitted version stays what it was', () => {
    const edited = play(histories.returned, lead, exampleCommands.ChooseField);
    expect(caseOf(edited).versions[0]?.manifest).toEqual(manifest);
    expect(manifestHashOf(edited)).not.toBe(manifestHash);
  });
});
