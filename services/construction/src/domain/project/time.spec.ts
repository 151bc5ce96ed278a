import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  adjustmentApproved,
  approachesAt,
  decider,
  dueAt,
  expired,
  histories,
  ordered,
  passed,
  proposed,
  rectifyBy,
  requested,
  revoked,
  started,
  under16,
  under17,
} from '../../testing/index.ts';
import type { PassDeadline } from './commands.ts';
import { deadlineChanges, isProjectDeadline } from './deadlines.ts';
import type { ProjectEvent } from './events.ts';

const spec = deciderSpec(decider);
const approaching: ProjectEvent = { type: 'ConstructionPeriodApproaching', data: { dueAt } };
const overdue: ProjectEvent = { type: 'ConstructionPeriodOverdue', data: { dueAt } };
const rectifySoon = '2028-07-11T15:59:59.999Z';
const rectifyApproaching: ProjectEvent = {
  type: 'RectificationPeriodApproaching',
  data: { number: 1, dueAt: rectifyBy },
};
const later = '2029-03-02T15:59:59.999Z';
const extended = adjustmentApproved({ extensionMonths: 12 }, later);

function pass(kind: PassDeadline['kind'], at: string): PassDeadline {
  return { type: 'PassDeadline', kind, dueAt: at };
}

const facts = [
  ['construction-period-approaching', approachesAt, [started], approaching, under16],
  ['construction-period', dueAt, [started], overdue, under16],
  ['rectification-period-approaching', rectifySoon, histories.rectification, rectifyApproaching, under17],
  ['rectification-period', rectifyBy, histories.rectification, expired(), under17],
] as const;

describe.each(facts)('%s', (kind, at, history, fact, policy) => {
  it('is recorded when it fires, effective from the deadline', () => {
    spec
      .given(...history)
      .when(pass(kind, at), { now: '2029-01-01T00:00:00.000Z' })
      .records({ ...fact, effectiveAt: at, policy });
    spec
      .given(...history)
      .when(pass(kind, at), { now: at })
      .records({ ...fact, effectiveAt: at, policy });
  });

  it('is recorded once', () => {
    spec
      .given(...history, fact)
      .when(pass(kind, at), { now: later })
      .records();
  });

  it('is tried again when it fires early', () => {
    spec
      .given(...history)
      .when(pass(kind, at), { now: '2026-03-03T00:00:00.000Z' })
      .refuses('deadline-not-reached');
  });

  it('has no effect when the deadline was moved, or the project is closed or unknown', () => {
    spec
      .given(...history)
      .when(pass(kind, '2028-01-01T00:00:00.000Z'), { now: later })
      .records();
    for (const closed of [histories.accepted, histories.revoked, []]) {
      spec
        .given(...closed)
        .when(pass(kind, at), { now: later })
        .records();
    }
  });
});

describe('ends that other events move', () => {
  it('an extension makes both ends of construction possible again', () => {
    const history = [started, approaching, overdue, proposed(), extended];
    spec
      .given(...history)
      .when(pass('construction-period', later), { now: later })
      .records({
        type: 'ConstructionPeriodOverdue',
        data: { dueAt: later },
        effectiveAt: later,
        policy: under16,
      });
  });

  it('an open adjustment does not stop the construction period', () => {
    const { result } = spec
      .given(started, proposed())
      .when(pass('construction-period', dueAt), { now: later });
    expect(result).toMatchObject({ accepted: [{ type: 'ConstructionPeriodOverdue' }] });
  });

  it('a request for acceptance stops the construction period but not the rectification period', () => {
    spec.given(started, requested()).when(pass('construction-period', dueAt), { now: later }).records();
    spec.given(started, requested()).when(pass('rectification-period', dueAt), { now: later }).records();
    const history = [...histories.rectification, requested(2)];
    spec
      .given(...history)
      .when(pass('rectification-period', rectifyBy), { now: later })
      .records({ ...expired(), effectiveAt: rectifyBy, policy: under17 });
    expect(spec.given(...history, expired()).state()).toMatchObject({
      status: 'acceptance-requested',
      rectification: { expired: true },
    });
  });
});

describe('deadlines of a project', () => {
  const id = (kind: string) => `project-case-1-${kind}`;
  const scheduled = (kind: string, at: string) => ({
    schedule: { id: id(kind), dueAt: at, kind, aggregateId: 'case-1' },
  });
  const changes = (event: ProjectEvent) => deadlineChanges('case-1', event);

  it('are set by the start and moved by an adjustment', () => {
    expect(changes(started)).toEqual([
      scheduled('construction-period-approaching', approachesAt),
      scheduled('construction-period', dueAt),
    ]);
    expect(changes(extended)).toEqual([
      scheduled('construction-period-approaching', '2028-12-02T15:59:59.999Z'),
      scheduled('construction-period', later),
    ]);
  });

  it('are set by a rectification', () => {
    expect(changes(ordered())).toEqual([
      scheduled('rectification-period-approaching', rectifySoon),
      scheduled('rectification-period', rectifyBy),
    ]);
  });

  it('are set again when a review ends without a conclusion', () => {
    const withdrawn: ProjectEvent = {
      type: 'AcceptanceReviewWithdrawn',
      data: { round: 1, reviewId: 'r', basis: 'pdrc', dueAt },
    };
    expect(changes(withdrawn)).toEqual([
      scheduled('construction-period', dueAt),
      scheduled('rectification-period', dueAt),
    ]);
  });

  it('end with the project and are left alone by everything else', () => {
    for (const event of [passed(), revoked()]) {
      expect(changes(event)).toEqual([
        { cancel: id('construction-period-approaching') },
        { cancel: id('construction-period') },
        { cancel: id('rectification-period-approaching') },
        { cancel: id('rectification-period') },
      ]);
    }
    expect(changes(requested())).toEqual([]);
  });

  it('are known by their kind', () => {
    expect(isProjectDeadline('construction-period')).toBe(true);
    expect(isProjectDeadline('annual-report')).toBe(false);
  });
});
