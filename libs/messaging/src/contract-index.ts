import type { EventContract, Reach } from '@iic/contracts';
import type { JsonObject } from '@iic/event-sourcing';
import { type TObject, type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Channel } from './message.ts';

const distance: Readonly<Record<Reach, number>> = { journal: 0, integration: 1, public: 2 };

/** Whether something of this reach travels on the channel. */
export function reaches(reach: Reach, channel: Channel): boolean {
  return distance[reach] >= distance[channel];
}

interface Validator {
  Check(value: unknown): boolean;
  Errors(value: unknown): readonly { readonly instancePath: string; readonly message: string }[];
}

/** Contracts by type and version, with what of each travels on one channel. */
export class ContractIndex {
  readonly #channel: Channel;
  readonly #contracts = new Map<string, EventContract>();
  readonly #byType = new Map<string, EventContract[]>();
  readonly #fields = new Map<EventContract, readonly string[]>();
  readonly #validators = new Map<EventContract, Validator>();

  /** Throws when two contracts claim the same type and version, or two services the same type. */
  constructor(contracts: readonly EventContract[], channel: Channel) {
    this.#channel = channel;
    for (const contract of contracts) this.#add(contract);
  }

  /** The contract of this very version. */
  find(type: string, version: number): EventContract | undefined {
    return this.#contracts.get(`${type}@${version}`);
  }

  /** Every known version of a type; empty when the type is not declared. */
  versionsOf(type: string): readonly EventContract[] {
    return this.#byType.get(type) ?? [];
  }

  /** Whether the event goes out on the channel at all. */
  travels(contract: EventContract): boolean {
    return reaches(contract.reach, this.#channel);
  }

  /** The part of the data that travels on the channel. */
  reduce(contract: EventContract, data: JsonObject): JsonObject {
    const reduced: Record<string, JsonObject[string]> = {};
    for (const field of this.#fieldsOf(contract)) {
      const value = data[field];
      if (value !== undefined) reduced[field] = value;
    }
    return reduced;
  }

  /** What is wrong with reduced data, or undefined when it fits. Unknown fields are ignored. */
  findMismatch(contract: EventContract, data: unknown): string | undefined {
    const validator = this.#validatorOf(contract);
    if (validator.Check(data)) return undefined;
    const [error] = validator.Errors(data);
    return error === undefined ? 'does not fit its schema' : `${error.instancePath || '/'} ${error.message}`;
  }

  /** Schema of the part of the data that travels on the channel. */
  schemaOf(contract: EventContract): TObject {
    const properties: Record<string, TSchema> = {};
    for (const field of this.#fieldsOf(contract)) {
      const schema = contract.data.properties[field];
      if (schema !== undefined) properties[field] = schema;
    }
    return Type.Object(properties);
  }

  #add(contract: EventContract): void {
    const { service, type, version } = contract;
    const others = this.#byType.get(type) ?? [];
    if (others.some((other) => other.version === version)) {
      throw new Error(`Two contracts declare ${type} version ${version}; keep one.`);
    }
    const stranger = others.find((other) => other.service !== service);
    if (stranger !== undefined) {
      throw new Error(`Event type ${type} is declared by ${stranger.service} and by ${service}; rename one.`);
    }
    this.#contracts.set(`${type}@${version}`, contract);
    this.#byType.set(type, [...others, contract]);
  }

  #fieldsOf(contract: EventContract): readonly string[] {
    let fields = this.#fields.get(contract);
    if (fields === undefined) {
      fields = Object.entries(contract.fields)
        .filter(([, audience]) => reaches(audience.reach, this.#channel))
        .map(([field]) => field);
      this.#fields.set(contract, fields);
    }
    return fields;
  }

  #validatorOf(contract: EventContract): Validator {
    let validator = this.#validators.get(contract);
    if (validator === undefined) {
      validator = Compile(this.schemaOf(contract));
      this.#validators.set(contract, validator);
    }
    return validator;
  }
}
