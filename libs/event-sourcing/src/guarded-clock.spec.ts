import { GuardedClock } from './guarded-clock.ts';

const hour = 3_600_000;

function setUp() {
  const readings = { wallTime: Date.parse('2026-03-02T01:00:00.000Z'), monotonicTime: 0 };
  const clock = new GuardedClock({ wall: () => readings.wallTime, monotonic: () => readings.monotonicTime });
  const pass = (milliseconds: number) => {
    readings.wallTime += milliseconds;
    readings.monotonicTime += milliseconds;
  };
  return { clock, readings, pass };
}

describe('guarded clock', () => {
  it('gives the wall time while both readings agree', () => {
    const { clock, pass } = setUp();
    pass(100 * hour);
    expect(clock.now()).toBe('2026-03-06T05:00:00.000Z');
  });

  it.each([24 * hour, -24 * hour])(
    'stops when the wall clock jumps by %d ms, until it agrees again',
    (jump) => {
      const { clock, readings } = setUp();
      readings.wallTime += jump;
      expect(() => clock.now()).toThrow(expect.objectContaining({ code: 'clock-jump' }));
      readings.wallTime -= jump;
      expect(clock.now()).toBe('2026-03-02T01:00:00.000Z');
    },
  );

  it('goes on when an operator confirms the new time', () => {
    const { clock, readings } = setUp();
    readings.wallTime += 24 * hour;
    clock.confirm();
    expect(clock.now()).toBe('2026-03-03T01:00:00.000Z');
  });

  it('follows small corrections without ever counting them as a jump', () => {
    const { clock, readings, pass } = setUp();
    for (let step = 0; step < 10; step += 1) {
      pass(hour);
      readings.wallTime += 60_000;
      expect(() => clock.now()).not.toThrow();
    }
  });

  it('recovers when the wall clock is put right, however many services told what they found', () => {
    const { clock, readings } = setUp();
    for (let service = 0; service < 5; service += 1) clock.observe('2026-03-03T01:00:00.000Z');
    expect(() => clock.now()).toThrow(expect.objectContaining({ code: 'clock-jump' }));
    readings.wallTime += 24 * hour;
    expect(() => clock.now()).not.toThrow();
  });

  it('is an incident from the start when the wall clock is well before the newest event', () => {
    const { clock } = setUp();
    clock.observe('2026-03-02T01:04:00.000Z');
    expect(() => clock.now()).not.toThrow();
    clock.observe('2026-03-02T03:00:00.000Z');
    expect(() => clock.now()).toThrow(expect.objectContaining({ code: 'clock-jump' }));
  });
});
