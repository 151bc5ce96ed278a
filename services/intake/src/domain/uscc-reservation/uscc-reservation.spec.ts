import { deciderSpec } from '@iic/event-sourcing/testing';
import { type ReserveUscc, usccReservationAggregate } from './uscc-reservation.ts';

const spec = deciderSpec(usccReservationAggregate.decider);
const uscc = '91350100M000100Y43';
const reserve = (organisation: string, bearer: string | null = null): ReserveUscc => ({
  type: 'ReserveUscc',
  organisation,
  uscc,
  bearer,
});
const reserved = (organisation: string) => ({
  type: 'UsccReserved' as const,
  data: { organisation, uscc },
});

describe('a unified social credit code', () => {
  it('is reserved by one organisation, which may ask again', () => {
    spec.given().when(reserve('org-1')).records(reserved('org-1'));
    spec.given(reserved('org-1')).when(reserve('org-1')).records();
  });

  it('is refused to another organisation, before and after the first is in the register', () => {
    spec.given(reserved('org-1')).when(reserve('org-2')).refuses('uscc-registered');
    spec.given(reserved('org-1')).when(reserve('org-2', 'org-1')).refuses('uscc-registered');
    spec.given().when(reserve('org-2', 'org-1')).refuses('uscc-registered');
  });

  it('goes to another when its entry has not come after ten minutes', () => {
    const later = { now: '2999-01-01T00:00:00.000Z' };
    spec.given(reserved('org-1')).when(reserve('org-2'), later).records(reserved('org-2'));
    spec.given(reserved('org-1')).when(reserve('org-2', 'org-1'), later).refuses('uscc-registered');
  });
});
