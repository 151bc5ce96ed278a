import type { Clock } from './clock.ts';
import type { Instant } from './instant.ts';

const toleranceMilliseconds = 5 * 60 * 1000;

/** The wall clock disagrees with the monotonic clock or with the log; nothing may be recorded. */
export class ClockJump extends Error {
  readonly code = 'clock-jump';
  /** How far the wall clock is off, in milliseconds; positive when it is ahead. */
  readonly offset: number;

  constructor(offset: number) {
    super(
      `The clock of this machine is off by ${Math.round(offset / 1000)} s. Nothing is recorded until it agrees again or an operator confirms it.`,
    );
    this.offset = offset;
  }
}

/** The two readings a guarded clock compares, in milliseconds. */
export interface TimeReadings {
  wall(): number;
  monotonic(): number;
}

const machineReadings: TimeReadings = { wall: () => Date.now(), monotonic: () => performance.now() };

/**
 * A clock that stops giving the time when the wall clock jumps more than five minutes against the monotonic
 * clock, or starts that much before the newest recorded event. It recovers when the readings agree again or
 * when an operator confirms the present reading.
 */
export class GuardedClock implements Clock {
  readonly #readings: TimeReadings;
  #origin: number;

  constructor(readings: TimeReadings = machineReadings) {
    this.#readings = readings;
    this.#origin = readings.wall() - readings.monotonic();
  }

  /** Throws {@link ClockJump}. */
  now(): Instant {
    const offset = this.offset();
    if (Math.abs(offset) > toleranceMilliseconds) throw new ClockJump(offset);
    // Small corrections (NTP) are followed, so that they never add up to a false incident.
    this.#origin += offset;
    return new Date(this.#readings.wall()).toISOString();
  }

  /** How far the wall clock has moved against the monotonic one, in milliseconds. */
  offset(): number {
    return this.#readings.wall() - this.#readings.monotonic() - this.#origin;
  }

  /** Tells the clock when the newest event was recorded: a wall clock well before that is an incident. */
  observe(recordedAt: Instant): void {
    const behind = Date.parse(recordedAt) - this.#readings.wall();
    if (behind <= toleranceMilliseconds) return;
    // Set, not added: every service of a process tells what it found.
    this.#origin = Math.max(this.#origin, Date.parse(recordedAt) - this.#readings.monotonic());
  }

  /**
   * An operator vouches for the present wall clock.
   *
   * @returns takes the word back, for when it cannot be recorded
   */
  confirm(): () => void {
    const before = this.#origin;
    this.#origin = this.#readings.wall() - this.#readings.monotonic();
    return () => {
      this.#origin = before;
    };
  }
}
