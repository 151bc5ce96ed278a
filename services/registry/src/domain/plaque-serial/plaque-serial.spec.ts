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
