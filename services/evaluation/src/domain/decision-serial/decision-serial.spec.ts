import { deciderSpec } from '@iic/event-sourcing/testing';
import fc from 'fast-check';
import { leadUnit } from '../testing/people.ts';
import { play, stateAfter } from '../testing/play.ts';
import {
  type AssignSerial,
  decisionSerialAggregate,
  findSerial,
  printedNumber,
  seriesId,
} from './decision-serial.ts';

const { decider } = decisionSerialAggregate;
const spec = deciderSpec(decider);

function assign(decisionId: string): AssignSerial {
  return {
    type: 'AssignSerial',
    decisionId,
    caseId: `case of ${decisionId}`,
    agency: 'SAMPLE',
    year: 2026,
    pattern: 'SAMPLE-{year}-{serial}',
  };
}

describe('the series of decision serials', () => {
  it('begins with 1 and goes on with the next', () => {
    const first = {
      type: 'DecisionSerialAssigned',
      data: {
        decisionId: 'a',
        caseId: 'case of a',
        agency: 'SAMPLE',
        year: 2026,
        serial: 1,
        number: 'SAMPLE-2026-0001',
      },
    } as const;
    spec.given().when(assign('a')).records(first);
    spec
      .given(first)
      .when(assign('b'))
      .records({
        type: 'DecisionSerialAssigned',
        data: {
          decisionId: 'b',
          caseId: 'case of b',
          agency: 'SAMPLE',
          year: 2026,
          serial: 2,
          number: 'SAMPLE-2026-0002',
        },
      });
    spec.given(first).when(assign('a')).records();
  });

  it('has no gap and no repetition, however often each decision asks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 8 })), (asked) => {
        const events = play(
          decider,
          [],
          ...asked.map((decision) => [assign(String(decision)), leadUnit] as const),
        );
        expect(events.map(({ data }) => data.serial)).toEqual(events.map((_event, index) => index + 1));
        const decisions = events.map(({ data }) => data.decisionId);
        expect(decisions).toEqual([...new Set(asked.map(String))]);
      }),
    );
  });

  it('is not copied for every serial, and yet leaves earlier states as they were', () => {
    const events = play(decider, [], ...['a', 'b', 'c'].map((id) => [assign(id), leadUnit] as const));
    const [a, b, c] = events;
    if (a === undefined || b === undefined || c === undefined) throw new Error('nothing assigned');
    const meta = (revision: number) => ({
      id: `event-${revision}`,
      revision,
      recordedAt: '2026-03-02T01:00:00.000Z',
      effectiveAt: '2026-03-02T01:00:00.000Z',
      actor: leadUnit,
    });
    const one = stateAfter(decider, [a]);
    const two = decider.evolve(one, b, meta(1));
    expect(two.shared).toBe(one.shared);
    expect(findSerial(one, 'b')).toBeUndefined();
    const other = decider.evolve(one, { ...c, data: { ...c.data, serial: 2 } }, meta(1));
    expect(findSerial(other, 'c')?.serial).toBe(2);
    expect(findSerial(other, 'b')).toBeUndefined();
    expect(findSerial(two, 'c')).toBeUndefined();
    expect(findSerial(stateAfter(decider, []), 'a')).toBeUndefined();
  });

  it('refuses to replay a history in which a serial is not its position', () => {
    const [event] = play(decider, [], [assign('a'), leadUnit]);
    if (event === undefined) throw new Error('nothing assigned');
    expect(() => spec.given(event, event).state()).toThrow('stands at revision 1');
  });

  it('is named by agency and year, and prints four digits at least', () => {
    expect(seriesId('SAMPLE', 2026)).toBe('SAMPLE-2026');
    expect(printedNumber('{year}〔{serial}〕', 2026, 12345)).toBe('2026〔12345〕');
  });
});
