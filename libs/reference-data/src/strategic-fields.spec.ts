import { findStrategicField, strategicFields } from './index.ts';

describe('strategic fields', () => {
  it('have unique codes and a title in both languages', () => {
    expect(new Set(strategicFields.map(({ code }) => code)).size).toBe(strategicFields.length);
    for (const { code, title } of strategicFields) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(title.zh).toMatch(/\p{Script=Han}/u);
      expect(title.en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('are found by code', () => {
    expect(findStrategicField('new-materials')?.title.zh).toBe('新材料');
    expect(findStrategicField('alchemy')).toBeUndefined();
  });
});
