import { caseOf, chapter, lead, play } from '../../testing/case-fixtures.ts';
import { exampleCommands, ready } from '../../testing/case-histories.ts';
import { compareVersions } from './compare-versions.ts';
import { manifestOf } from './manifest.ts';

const before = manifestOf(caseOf(ready));

describe('two versions', () => {
  it('that are equal differ in nothing', () => {
    expect(compareVersions(before, manifestOf(caseOf(ready)))).toEqual([]);
  });

  it('are compared part by part and item by item', () => {
    const changed = chapter('goals', '新目标', 900);
    const edited = play(
      ready,
      lead,
      { type: 'ChooseField', field: 'biotechnology' },
      { type: 'WriteChapters', chapters: [changed], source: null },
      exampleCommands.RemoveMember,
      exampleCommands.JustifyFinding,
    );
    const { hash } = chapter('goals');
    expect(compareVersions(before, manifestOf(caseOf(edited)))).toEqual([
      { part: 'field', item: null, change: 'changed', before: 'new-materials', after: 'biotechnology' },
      {
        part: 'members',
        item: 'org-member',
        change: 'removed',
        before: before.members[0],
        after: null,
      },
      {
        part: 'justifications',
        item: 'summary-length-extreme',
        change: 'added',
        before: null,
        after: { finding: 'summary-length-extreme', text: '摘要含图表说明' },
      },
      {
        part: 'chapters',
        item: 'goals',
        change: 'changed',
        before: { key: 'goals', hash, length: 2_500 },
        after: { key: 'goals', hash: changed.hash, length: 900 },
      },
    ]);
  });

  it('tells platforms of the same name and host apart', () => {
    const platform = { name: '某平台', kind: 'laboratory', level: 'provincial', host: '某大学' };
    const two = play(ready, lead, {
      type: 'ListPlatforms',
      platforms: [platform, { ...platform, level: 'national' }],
    });
    expect(
      compareVersions(before, manifestOf(caseOf(two))).map(({ item, change }) => [item, change]),
    ).toEqual([
      ['某平台 (某大学)', 'added'],
      ['某平台 (某大学) #2', 'added'],
    ]);
  });
});
