import { deciderSpec } from '@iic/event-sourcing/testing';
import fc from 'fast-check';
import { findSerial, plaqueSerial } from './plaque-serial.ts';

const spec = deciderSpec(plaqueSerial.decider);

function assigned(caseId: string, serial: number) {
  return { type: 'PlaqueSerialAssigned', data: { year: 2028, serial, caseId } } as const;
}

describe('the serials of a year', () => {
  it('go on by one, and a case keeps its own', () => {
    const assign = { type: 'AssignPlaqueSerial', year: 2028, caseId: 'case-2' } as const;
    spec.given(assigned('case-1', 1)).when(assign).records(assigned('case-2', 2));
    spec.given(assigned('case-2', 1)).when(assign).records();
  });

  it('of earlier states are as they were, whatever came after', () => {
    const at = '2028-03-02T01:00:00.000Z';
    const actor = { subject: 's', organisation: 'o', role: 'system', jurisdiction: '220000' };
    const meta = { id: 'event-1', revision: 1, recordedAt: at, effectiveAt: at, actor };
    const one = spec.given(assigned('case-1', 1)).state();
    const two = plaqueSerial.decider.evolve(one, assigned('case-2', 2), meta);
    const other = plaqueSerial.decider.evolve(one, assigned('case-3', 2), meta);
    expect(two.shared).toBe(one.shared);
    const serials = (state: typeof one) => ['case-1', 'case-2', 'case-3'].map((id) => findSerial(state, id));
    expect([one, two, other].map(serials)).toEqual([
      [1, undefined, undefined],
      [1, 2, undefined],
      [1, undefined, 2],
    ]);
    expect(findSerial(spec.given().state(), 'case-1')).toBeUndefined();
  });

  it('have no gap and no repeat, and equal revision + 1, whoever asks how often', () => {
    const asking = fc.array(fc.integer({ min: 1, max: 12 }).map((number) => `case-${number}`));
    fc.assert(
      fc.property(asking, (cases) => {
        const events: ReturnType<typeof assigned>[] = [];
        for (const caseId of cases) {
          const { result } = spec.given(...events).when({ type: 'AssignPlaqueSerial', year: 2028, caseId });
          if ('refused' in result) throw new Error('Never refused.');
          for (const { data } of result.accepted) {
            expect(data.serial).toBe(events.length + 1);
            events.push(assigned(data.caseId, data.serial));
          }
        }
        const state = spec.given(...events).state();
        for (const { data } of events) expect(findSerial(state, data.caseId)).toBe(data.serial);
        expect(new Set(events.map(({ data }) => data.caseId)).size).toBe(events.length);
        expect(findSerial(state, 'case-99')).toBeUndefined();
      }),
    );
  });
});
