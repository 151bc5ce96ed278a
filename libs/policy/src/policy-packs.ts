import { deepFreeze, policyIdentity } from './pack-identity.ts';
import type { PolicyIdentity, PolicyPack } from './policy-pack.ts';

/** No loaded pack is the one asked for. */
export class UnknownPolicyPack extends Error {
  readonly code = 'policy-pack-unknown';
  constructor(
    readonly wanted: Partial<PolicyIdentity>,
    known: readonly PolicyIdentity[],
  ) {
    const list = known.map(({ id, hash }) => `${id} (${hash.slice(0, 12)})`).join(', ');
    const { id = '?', hash } = wanted;
    super(
      `Policy pack ${id}${hash === undefined ? '' : ` with hash ${hash}`} is not loaded. Loaded: ${list}. ` +
        'Load the edition that the case is pinned to; an edition in use must be kept.',
    );
  }
}

/** Two packs claim to be the same edition with different content. */
export class PolicyPackConflict extends Error {
  readonly code = 'policy-pack-conflict';
  constructor(id: string, version: number) {
    super(
      `Two different packs call themselves ${id}, version ${version}. Give the newer one a higher version.`,
    );
  }
}

/** The packs of this deployment; immutable. Several editions of one id may be loaded beside each other. */
export class PolicyPacks {
  readonly #byHash = new Map<string, PolicyPack>();

  /** Freezes the packs. Throws {@link PolicyPackConflict}; the same pack twice counts once. */
  constructor(packs: readonly PolicyPack[]) {
    for (const pack of packs) {
      deepFreeze(pack);
      const { hash } = policyIdentity(pack);
      const rival = this.all().find(({ id, version }) => id === pack.id && version === pack.version);
      if (rival !== undefined && policyIdentity(rival).hash !== hash) {
        throw new PolicyPackConflict(pack.id, pack.version);
      }
      this.#byHash.set(hash, pack);
    }
  }

  /** All loaded packs, in the order given. */
  all(): readonly PolicyPack[] {
    return [...this.#byHash.values()];
  }

  /** The newest edition of an id. */
  find(id: string): PolicyPack | undefined {
    return this.all()
      .filter((pack) => pack.id === id)
      .reduce<PolicyPack | undefined>(newerEdition, undefined);
  }

  /** The newest edition of an id. Throws {@link UnknownPolicyPack}. */
  get(id: string): PolicyPack {
    const pack = this.find(id);
    if (pack === undefined) throw this.#unknown({ id });
    return pack;
  }

  /** Exactly the pack a case or a decision is pinned to. Throws {@link UnknownPolicyPack}. */
  getPinned({ id, hash }: PolicyIdentity): PolicyPack {
    const pack = this.#byHash.get(hash);
    if (pack === undefined || pack.id !== id) throw this.#unknown({ id, hash });
    return pack;
  }

  /**
   * The pack in force in a province on a day (`YYYY-MM-DD`): of those whose dates include it, the one that
   * came into force last, in its newest edition.
   */
  findInForce(province: string, date: string): PolicyPack | undefined {
    return this.all()
      .filter((pack) => pack.province === province && isInForce(pack, date))
      .reduce<PolicyPack | undefined>(laterRegulation, undefined);
  }

  #unknown(wanted: Partial<PolicyIdentity>): UnknownPolicyPack {
    return new UnknownPolicyPack(wanted, this.all().map(policyIdentity));
  }
}

/** Whether the regulation of a pack is in force on a day. */
export function isInForce({ regulation }: PolicyPack, date: string): boolean {
  const { effectiveFrom, effectiveUntil } = regulation;
  return effectiveFrom <= date && (effectiveUntil === null || date <= effectiveUntil);
}

function newerEdition(best: PolicyPack | undefined, pack: PolicyPack): PolicyPack {
  return best === undefined || pack.version > best.version ? pack : best;
}

function laterRegulation(best: PolicyPack | undefined, pack: PolicyPack): PolicyPack {
  if (best === undefined || pack.id === best.id) return newerEdition(best, pack);
  return pack.regulation.effectiveFrom > best.regulation.effectiveFrom ? pack : best;
}
