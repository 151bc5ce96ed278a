import { deciderSpec } from '@iic/event-sourcing/testing';
import fc from 'fast-check';
import { type NameCommand, type NameState, nameReservationAggregate } from './name-reservation.ts';

const spec = deciderSpec(nameReservationAggregate.decider);
const key = 'a'.repeat(64);
const name = '吉林省先进材料产业创新中心';
const reserve = (caseId: string): NameCommand => ({ type: 'ReserveName', caseId, name, key });
const release = (caseId: string): NameCommand => ({ type: 'ReleaseName', caseId, reason: 'withdrawn' });
const reserved = { type: 'NameReserved' as const, data: { caseId: 'case-1', name, key } };
const released = { type: 'NameReleased' as const, data: { caseId: 'case-1', name, reason: 'withdrawn' } };

describe('a name', () => {
  it('is reserved by one case', () => {
    spec.given().when(reserve('case-1')).records(reserved);
  });

  it('stays with the case that asks again', () => {
    spec.given(reserved).when(reserve('case-1')).records();
  });

  it('is refused to another case', () => {
    spec.given(reserved).when(reserve('case-2')).refuses('name-taken');
  });

  it('is released by the case that holds it, and by no other', () => {
    spec.given(reserved).when(release('case-1')).records(released);
    spec.given(reserved).when(release('case-2')).records();
    spec.given().when(release('case-1')).records();
  });

  it('can be reserved by another case afterwards', () => {
    spec
      .given(reserved, released)
      .when(reserve('case-2'))
      .records({ type: 'NameReserved', data: { caseId: 'case-2', name, key } });
  });

  it('never has two holders, whoever asks in whatever order', () => {
    const cases = fc.constantFrom('case-1', 'case-2', 'case-3');
    const commands = fc.array(fc.oneof(cases.map(reserve), cases.map(release)), { maxLength: 40 });
    const actor = { subject: 's', organisation: 'o', role: 'system', jurisdiction: '220000' };
    const now = '2026-03-02T01:00:00.000Z';
    const after = (state: NameState, command: NameCommand): NameState => {
      const result = nameReservationAggregate.decider.decide(command, state, { now, actor });
      const meta = { id: 'e', revision: 0, recordedAt: now, effectiveAt: now, actor };
      const events = 'accepted' in result ? result.accepted : [];
      return events.reduce(
        (next, event) => nameReservationAggregate.decider.evolve(next, event, meta),
        state,
      );
    };
    fc.assert(
      fc.property(commands, (sequence) => {
        let state: NameState = nameReservationAggregate.decider.initialState;
        for (const command of sequence) {
          const next = after(state, command);
          if (state.status === 'reserved' && next.status === 'reserved') expect(next).toEqual(state);
          state = next;
        }
      }),
    );
  });
});
