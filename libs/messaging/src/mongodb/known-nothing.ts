/**
 * Groups of which a process knows that nothing is kept. Who looks says so before; what was kept meanwhile, by another
 * partition of the same process, makes the answer worthless.
 */
export class KnownNothing {
  readonly #groups = new Set<string>();
  readonly #kept = new Map<string, number>();

  has(group: string): boolean {
    return this.#groups.has(group);
  }

  /** Begins to look; the answer goes to {@link found}. */
  look(group: string): number {
    return this.#kept.get(group) ?? 0;
  }

  /** The look found nothing. */
  found(group: string, look: number): void {
    if (this.look(group) === look) this.#groups.add(group);
  }

  /** Something is about to be kept. */
  forget(group: string): void {
    this.#kept.set(group, this.look(group) + 1);
    this.#groups.delete(group);
  }
}
