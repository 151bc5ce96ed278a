import { deciderSpec } from '@iic/event-sourcing/testing';
import fc from 'fast-check';
import { leadUnit } from '../testing/people.ts';
import { play } from '../testing/play.ts';
import { type AssignSerial, decisionSerialAggregate, printedNumber, seriesId } from './decision-serial.ts';

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
