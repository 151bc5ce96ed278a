import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  awarded,
  decider,
  designated,
  designation,
  handler,
  numbered,
  under,
} from '../../testing/center-fixtures.ts';
import { type ActType, actors, actsNow, availableActs } from './available-acts.ts';
import type { CenterAct } from './commands.ts';

const spec = deciderSpec(decider);
const now = '2028-03-05T01:00:00.000Z';

describe('designating a center', () => {
  const designate = { type: 'DesignateCenter', designation } as const;

  it('takes effect on the first day of the decision', () => {
    spec
      .given()
      .when(designate)
      .records({ ...designated, effectiveAt: '2028-02-09T16:00:00.000Z', policy: under('Art. 17') });
  });

  it('records nothing for the same decision again and refuses another one', () => {
    spec.given(designated).when(designate).records();
    spec
      .given(designated)
      .when({ ...designate, designation: { ...designation, decisionId: 'other' } })
      .refuses('center-already-designated');
  });

  it.each([
    [{ nameZh: '长春市样例产业创新中心' }, 'name-not-in-pattern'],
    [{ nameZh: '吉林省产业创新中心' }, 'name-not-in-pattern'],
    [{ nameEn: 'Jilin Center of Samples' }, 'name-not-in-pattern'],
    [{ entity: { ...designation.entity, uscc: '91310115MA1G4L1WXK' } }, 'uscc-invalid'],
    [{ entity: { ...designation.entity, area: '210100' } }, 'registration-outside-province'],
  ])('refuses %j', (change, code) => {
    spec
      .given()
      .when({ ...designate, designation: { ...designation, ...change } })
      .refuses(code);
  });
});

describe('the plaque', () => {
  const number = { type: 'NumberPlaque', year: 2028, serial: 7 } as const;
  const award = { type: 'AwardPlaque', awardedOn: '2028-03-01' } as const;

  it('is numbered with the serial of the year, from the first day of the designation on', () => {
    spec
      .given(designated)
      .when(number, { now })
      .records({ ...numbered, effectiveAt: '2028-02-09T16:00:00.000Z' });
  });

  it('keeps its number', () => {
    spec.given(designated, numbered).when(number).records();
    spec
      .given(designated, numbered)
      .when({ ...number, serial: 8 })
      .refuses('plaque-already-numbered');
    spec.given().when(number).refuses('center-not-designated');
  });

  it('is awarded by the handler, effective on the day of the award', () => {
    spec
      .given(designated, numbered)
      .when(award, { actor: handler, now })
      .records({ ...awarded, effectiveAt: '2028-02-29T16:00:00.000Z', policy: under('Art. 17') });
    expect(spec.given(designated, numbered, awarded).state()).toMatchObject({
      center: { plaque: { status: 'awarded', awardedOn: '2028-03-01' } },
    });
  });

  it('is not awarded without a number, twice, in the future or before the designation', () => {
    const context = { actor: handler, now };
    spec.given(designated).when(award, context).refuses('plaque-not-numbered');
    spec.given(designated, numbered, awarded).when(award, context).refuses('plaque-already-awarded');
    spec
      .given(designated, numbered)
      .when({ ...award, awardedOn: '2028-03-06' }, context)
      .refuses('date-in-future');
    spec
      .given(designated, numbered)
      .when({ ...award, awardedOn: '2028-02-09' }, context)
      .refuses('date-before-designation');
  });
});

describe('reassigning the competent unit', () => {
  const reassign = {
    type: 'ReassignCompetentUnit',
    competentUnit: 'org-other',
    effectiveDate: '2028-03-05',
  } as const;
  const reassigned = {
    type: 'CenterCompetentUnitReassigned',
    data: { competentUnit: 'org-other', previous: 'org-drc', effectiveDate: '2028-03-05' },
  } as const;

  it('takes effect on the day of the act, not before the designation', () => {
    spec
      .given(designated)
      .when(reassign)
      .records({ ...reassigned, effectiveAt: '2028-03-04T16:00:00.000Z', policy: under('Art. 5') });
    const { result } = spec.given(designated).when({ ...reassign, effectiveDate: '2028-01-01' });
    expect(result).toMatchObject({ accepted: [{ data: { effectiveDate: '2028-02-10' } }] });
  });

  it('records nothing where it changes nothing', () => {
    spec.given(designated, reassigned).when(reassign).records();
    spec.given().when(reassign).records();
  });
});

describe('what may be done', () => {
  const acts = {
    AwardPlaque: { type: 'AwardPlaque', awardedOn: '2028-03-01' },
    CorrectCenter: {
      type: 'CorrectCenter',
      facts: { field: 'other' },
      effectiveDate: '2028-02-10',
      reason: '有误',
      evidenceHash: 'e'.repeat(64),
    },
  } as const satisfies Record<ActType, CenterAct>;

  it.each([
    ['unnumbered', [designated]],
    ['numbered', [designated, numbered]],
    ['awarded', [designated, numbered, awarded]],
  ] as const)('with the plaque %s is what the table offers', (plaque, history) => {
    const offered: readonly ActType[] = availableActs.designated[plaque];
    expect(actsNow(spec.given(...history).state())).toEqual(offered);
    for (const act of Object.values(acts)) {
      const { result } = spec.given(...history).when(act, { actor: handler, now });
      expect('accepted' in result).toBe(offered.includes(act.type));
    }
  });

  it('is nothing without a center, and nothing for other roles', () => {
    expect(actsNow(spec.given().state())).toEqual([]);
    for (const act of Object.values(acts)) {
      spec.given().when(act, { actor: handler, now }).refuses('center-not-designated');
      spec
        .given(designated, numbered)
        .when(act, { actor: { ...handler, role: 'lead-unit' }, now })
        .refuses('role-may-not');
      expect(actors[act.type]).toBe('pdrc-handler');
    }
  });
});

describe('a stream that does not begin with a designation', () => {
  it('is broken and is not read', () => {
    expect(() => spec.given(numbered).state()).toThrow('broken');
    expect(() => spec.given(designated, awarded).state()).toThrow('broken');
  });
});
