import { intakeEvents } from '@iic/contracts';
import { Value } from 'typebox/value';
import { actionOf, partyOf } from './domain/application/available-actions.ts';
import { nameReservationAggregate } from './domain/name-reservation/name-reservation.ts';
import { organisationAggregate } from './domain/organisation/organisation.ts';
import { usccReservationAggregate } from './domain/uscc-reservation/uscc-reservation.ts';
import { commit, now, pdrc, play } from './testing/case-fixtures.ts';
import { actorFor, exampleCommands, histories } from './testing/case-histories.ts';

const contracts = new Map(intakeEvents.map((contract) => [contract.type as string, contract]));

interface Fact {
  readonly type: string;
  readonly data: unknown;
}

/** One command after every history that admits it, besides the histories themselves. */
function applicationFacts(): readonly Fact[] {
  const starts = Object.values(histories);
  const further = starts.flatMap((start) =>
    Object.values(exampleCommands).flatMap((command) => {
      try {
        return play(start, actorFor[partyOf[actionOf[command.type]]], command).events;
      } catch {
        return [];
      }
    }),
  );
  const requested = play(histories['under-review'], actorFor['lead-unit'], exampleCommands.RequestWithdrawal);
  const refused = play(requested, actorFor.platform, exampleCommands.RecordWithdrawalRefused);
  const edited = play(histories['in-revision'], actorFor['lead-unit'], exampleCommands.ChooseField);
  const revised = play(commit(edited), actorFor['lead-unit'], exampleCommands.SubmitRevision);
  const known = starts.flatMap(({ events }) => events);
  return [...known, ...further, ...refused.events, ...revised.events];
}

function otherFacts(): readonly Fact[] {
  const context = { now, actor: pdrc };
  const profile = {
    name: '某单位',
    uscc: '91350100M000100Y43',
    kind: 'enterprise',
    area: '220100',
    parent: null,
    parentKnown: true,
    competentUnit: 'org-unit',
  };
  const register = {
    type: 'RegisterOrganisation',
    organisation: 'org-1',
    profile,
    effectiveFrom: '2026-01-01',
    sameUscc: null,
    competentUnitKnown: true,
  } as const;
  const common = { reason: '更正', effectiveFrom: '2026-02-01' } as const;
  const registered = organisationAggregate.decider.decide(register, { status: 'unknown' }, context);
  const state = {
    status: 'registered',
    organisation: 'org-1',
    first: profile,
    registeredFrom: '2026-01-01',
    changes: [],
  } as const;
  const corrected = organisationAggregate.decider.decide(
    { type: 'CorrectOrganisation', changes: { name: '新名', parent: 'org-2' }, sameUscc: null, ...common },
    state,
    context,
  );
  const reassigned = organisationAggregate.decider.decide(
    {
      type: 'ReassignCompetentUnit',
      competentUnit: 'org-3',
      documentNumber: null,
      competentUnitKnown: true,
      ...common,
    },
    state,
    context,
  );
  const name = '吉林省先进材料产业创新中心';
  const reserved = nameReservationAggregate.decider.decide(
    { type: 'ReserveName', caseId: 'case-1', name, key: 'a'.repeat(64) },
    { status: 'free' },
    context,
  );
  const released = nameReservationAggregate.decider.decide(
    { type: 'ReleaseName', caseId: 'case-1', reason: 'withdrawn' },
    { status: 'reserved', caseId: 'case-1', name },
    context,
  );
  const code = usccReservationAggregate.decider.decide(
    { type: 'ReserveUscc', organisation: 'org-1', uscc: profile.uscc, bearer: null },
    { status: 'free' },
    context,
  );
  return [registered, corrected, reassigned, reserved, released, code].flatMap<Fact>((result) =>
    'accepted' in result ? result.accepted : [],
  );
}

describe('the contracts of intake', () => {
  const facts = [...applicationFacts(), ...otherFacts()];

  it('declare every event that is recorded, and every contract is recorded by some command', () => {
    expect(new Set(facts.map(({ type }) => type))).toEqual(new Set(contracts.keys()));
  });

  it.each([...contracts.keys()])('hold for %s as it is recorded', (type) => {
    const contract = contracts.get(type);
    if (contract === undefined) throw new Error(`${type} has no contract.`);
    for (const { data } of facts.filter((fact) => fact.type === type)) {
      expect([...Value.Errors(contract.data, data)]).toEqual([]);
      // An added member without an audience would reach nobody but auditors unnoticed.
      expect(Object.keys(contract.fields)).toEqual(expect.arrayContaining(Object.keys(data as object)));
    }
  });
});
