import {
  areas,
  areasOn,
  changbaiMountain,
  checkArea,
  directlyFilingAreas,
  findArea,
  isAreaCode,
  isWithinArea,
  provinceOf,
} from '../index.ts';

describe('area codes', () => {
  it('name Jilin’s nine prefectures', () => {
    const prefectures = areas.filter(({ level }) => level === 'prefecture');
    expect(prefectures.map(({ code }) => code)).toEqual([
      '220100',
      '220200',
      '220300',
      '220400',
      '220500',
      '220600',
      '220700',
      '220800',
      '222400',
    ]);
    for (const { parent, filesDirectly } of prefectures) {
      expect([parent, filesDirectly]).toEqual(['220000', true]);
    }
  });

  it('are unique, well formed, and their parents and successors exist', () => {
    expect(new Set(areas.map(({ code }) => code)).size).toBe(areas.length);
    for (const { code, parent, successor } of areas) {
      expect(isAreaCode(code)).toBe(true);
      for (const other of [parent, successor]) if (other !== null) expect(findArea(other)).toBeDefined();
    }
  });

  it('follow Gongzhuling from Siping to Changchun', () => {
    expect(checkArea('220381', '2020-06-18')).toMatchObject({ valid: true, area: { parent: '220300' } });
    expect(checkArea('220381', '2020-06-19')).toMatchObject({
      valid: false,
      problem: 'no-longer',
      until: '2020-06-18',
      successor: '220184',
    });
    expect(checkArea('220184', '2020-06-18')).toMatchObject({ problem: 'not-yet', from: '2020-06-19' });
    expect(checkArea('220184', '2020-06-19')).toMatchObject({ valid: true, area: { parent: '220100' } });
  });

  it('name an area by one valid code on any day', () => {
    for (const date of ['2020-05-27', '2020-06-18', '2020-06-19', '2026-01-01']) {
      const named = areasOn(date).map(({ name, parent }) => `${name.zh} ${parent}`);
      expect(new Set(named).size).toBe(named.length);
      expect(named.filter((name) => name.startsWith('公主岭市'))).toHaveLength(1);
    }
  });

  it('know who files with the PDRC itself', () => {
    const counties = directlyFilingAreas('2026-01-01').filter(({ level }) => level === 'county');
    expect(counties.map(({ code, name }) => [code, name.zh])).toEqual([
      ['220122', '农安县'],
      ['220184', '公主岭市'],
      ['220581', '梅河口市'],
      ['220582', '集安市'],
      ['222404', '珲春市'],
    ]);
    expect(directlyFilingAreas('2020-06-01').map(({ code }) => code)).toContain('220381');
    expect(directlyFilingAreas('2026-01-01').map(({ code }) => code)).toContain(changbaiMountain);
  });

  it('do not name what is not in the list', () => {
    expect(checkArea('110101', '2026-01-01')).toEqual({ valid: false, problem: 'unknown' });
    expect(findArea('__proto__')).toBeUndefined();
  });

  it.each([
    ['220122', '220100', true],
    ['220122', '220000', true],
    ['220122', '220122', true],
    ['220381', '220100', false],
    [changbaiMountain, '220000', true],
    [changbaiMountain, '220600', false],
    ['110101', '110000', true],
    ['110101', '110100', true],
    ['110101', '220000', false],
    ['110101', '110102', false],
    ['220000', '220100', false],
    ['XX-UNKNOWN', '220000', false],
    ['XX-UNKNOWN', 'XX-UNKNOWN', true],
  ])('%s lies in %s: %s', (code, ancestor, within) => {
    expect(isWithinArea(code, ancestor)).toBe(within);
  });

  it.each([
    ['220122', '220000'],
    ['220000', '220000'],
    [changbaiMountain, '220000'],
    ['110101', '110000'],
    ['XX-UNKNOWN', 'XX-UNKNOWN'],
  ])('%s lies in the province %s', (code, province) => {
    expect(provinceOf(code)).toBe(province);
  });

  it.each([
    ['220122', true],
    ['022012', false],
    ['22012', false],
    ['220122 ', false],
    [changbaiMountain, true],
    ['jl-changbai', false],
    ['A-1', false],
    ['JL-THIS-CODE-IS-TOO-LONG', false],
  ])('have a form: %s %s', (code, formed) => {
    expect(isAreaCode(code)).toBe(formed);
  });
});
