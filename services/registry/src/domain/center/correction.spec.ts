import { deciderSpec } from '@iic/event-sourcing/testing';
import fc from 'fast-check';
import {
  corrected,
  correction,
  decider,
  designated,
  designation,
  handler,
  hash,
} from '../../testing/center-fixtures.ts';
import type { CorrectCenter } from './commands.ts';
import type { CenterEvent } from './events.ts';
import { factsOn } from './facts.ts';

const spec = deciderSpec(decider);
const context = { actor: handler, now: '2028-06-01T01:00:00.000Z' };

function correcting(change: Partial<CorrectCenter>, history: readonly CenterEvent[] = [designated]) {
  return spec.given(...history).when({ ...correction, ...change }, context);
}

function statements(...history: readonly CenterEvent[]) {
  const state = spec.given(designated, ...history).state();
  if (state.status === 'not-designated') throw new Error('The center must be designated.');
  return state.center.statements;
}

describe('correcting the register', () => {
  it('says what should have been registered, from which day, and why', () => {
    correcting({}).records({
      ...corrected({ field: 'biotechnology' }),
      effectiveAt: '2028-02-09T16:00:00.000Z',
      evidence: [hash('e')],
    });
  });

  it('refuses what is registered for that day already', () => {
    correcting({ facts: {} }).refuses('correction-empty');
    correcting({ facts: { field: designation.field } }).refuses('correction-empty');
    correcting({ facts: { entity: { ...designation.entity } } }).refuses('correction-empty');
    correcting({ facts: { field: 'biotechnology' } }, [
      designated,
      corrected({ field: 'biotechnology' }),
    ]).refuses('correction-empty');
  });

  it('refuses days in the future and before the designation', () => {
    correcting({ effectiveDate: '2028-06-02' }).refuses('date-in-future');
    correcting({ effectiveDate: '2028-02-09' }).refuses('date-before-designation');
  });

  it.each([
    [{ nameZh: '样例中心' }, 'name-not-in-pattern'],
    [{ nameEn: 'Sample Center' }, 'name-not-in-pattern'],
    [{ entity: { ...designation.entity, uscc: '1' } }, 'uscc-invalid'],
    [{ entity: { ...designation.entity, area: '210100' } }, 'registration-outside-province'],
  ])('refuses %j', (facts, code) => {
    correcting({ facts }).refuses(code);
  });

  it('releases the name the center bears no longer, and only that', () => {
    const nameZh = '吉林省样本材料产业创新中心';
    expect(correcting({ facts: { nameZh } }).result).toMatchObject({
      accepted: [{ data: { nameZh, releasedName: designation.nameZh } }],
    });
    const renamedSince = [designated, corrected({ nameZh }, '2028-05-01')];
    const past = correcting({ facts: { nameZh: '吉林省范例材料产业创新中心' } }, renamedSince);
    expect(past.result).toMatchObject({
      accepted: [{ data: expect.not.objectContaining({ releasedName: nameZh }) }],
    });
  });

  it('accepts a changed entity', () => {
    const entity = { ...designation.entity, name: '吉林省样例材料创新股份有限公司' };
    expect(correcting({ facts: { entity } }).result).toMatchObject({ accepted: [{ data: { entity } }] });
  });
});

describe('facts by day', () => {
  it('hold from their day on', () => {
    const stated = statements(corrected({ area: '220200' }, '2028-05-01'));
    expect(factsOn('2028-04-30', stated).area).toBe('220100');
    expect(factsOn('2028-05-01', stated).area).toBe('220200');
  });

  it('of the same day are those recorded last', () => {
    const stated = statements(corrected({ area: '220200' }), corrected({ area: '220300' }));
    expect(factsOn('2028-02-10', stated).area).toBe('220300');
  });

  it('are not undone later by a correction of an earlier day', () => {
    const stated = statements(
      corrected({ area: '220200' }, '2028-05-01'),
      corrected({ area: '220300' }, '2028-03-01'),
    );
    expect(factsOn('2028-04-01', stated).area).toBe('220300');
    expect(factsOn('2028-06-01', stated).area).toBe('220200');
  });

  it('are those of a naive fold over all statements in order of day, then of recording', () => {
    const day = fc.integer({ min: 10, max: 28 }).map((date) => `2028-02-${date}`);
    fc.assert(
      fc.property(fc.array(fc.record({ day, area: fc.constantFrom('a', 'b', 'c') })), day, (list, asOf) => {
        const stated = statements(...list.map(({ day, area }) => corrected({ area }, day)));
        let expected = { day: '2028-02-10', area: designation.area };
        for (const next of list) if (next.day <= asOf && next.day >= expected.day) expected = next;
        expect(factsOn(asOf, stated).area).toBe(expected.area);
      }),
    );
  });
});
