/**
 * Who acted. `subject` is a random identifier, never a name: names and contacts live in the encrypted part.
 */
export interface Actor {
  readonly subject: string;
  /** Identifier of the organisation the subject acted for. */
  readonly organisation: string;
  readonly role: string;
  /** Area code of the jurisdiction, GB/T 2260 or a platform code. */
  readonly jurisdiction: string;
  /** Who delegated the act, where it was done on another's behalf. */
  readonly delegation?: string;
}
