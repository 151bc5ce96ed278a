/** An instant as RFC 3339 text in UTC with milliseconds, for example `2020-05-27T00:00:00.000Z`. */
export type Instant = string;

/** The later of two instants; both must be in the `Instant` form, which sorts as text. */
export function laterOf(left: Instant, right: Instant): Instant {
  return left >= right ? left : right;
}
