import type { DomainEvent } from '@iic/event-sourcing';
import type { Static, TObject, TProperties } from 'typebox';

/** How far a field or event travels: the audit journal only, the other services, or everyone. */
export type Reach = 'journal' | 'integration' | 'public';

/** Who may see a field in a timeline. The auditor sees every clear field. */
export type Viewer = 'lead-unit' | 'competent-unit' | 'pdrc' | 'expert';

/** Who gets one field of an event. */
export interface FieldAudience<To extends Reach = Reach> {
  readonly reach: To;
  readonly viewers: readonly Viewer[];
}

/** The contract of one version of one event. */
export interface EventContract<
  Type extends string = string,
  Data extends TObject = TObject,
  Fields extends Audiences = Audiences,
> {
  readonly service: string;
  readonly type: Type;
  readonly version: number;
  /** Origin of the fact: `Art. 15`, `annex 2`, `interpretation of Art. 15` or `platform`. */
  readonly article: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly data: Data;
  /** The furthest any field of this event travels. */
  readonly reach: Reach;
  readonly fields: Fields;
}

type Audiences = Readonly<Record<string, FieldAudience>>;

type AudiencesOf<Properties extends TProperties> = { readonly [Field in keyof Properties]: FieldAudience };

/** The domain event of a contract. */
export type EventOf<Contract> =
  Contract extends EventContract<infer Type, infer Data> ? DomainEvent<Type, Static<Data>> : never;

/** What the other services are told of an event: without the fields that stay in the journal. */
export type SharedDataOf<Contract> =
  Contract extends EventContract<string, infer Data, infer Fields>
    ? Omit<Static<Data>, JournalField<Fields>>
    : never;

type JournalField<Fields extends Audiences> = {
  [Field in keyof Fields]: Fields[Field] extends FieldAudience<'journal'> ? Field : never;
}[keyof Fields];

/** Declares an event contract; every data field must name its audience, and nothing else may. */
export function defineEvent<
  Type extends string,
  Properties extends TProperties,
  Fields extends AudiencesOf<Properties> & Readonly<Record<Exclude<keyof Fields, keyof Properties>, never>>,
>(
  definition: EventContract<Type, TObject<Properties>, Fields>,
): EventContract<Type, TObject<Properties>, Fields> {
  return definition;
}

const everyone = ['lead-unit', 'competent-unit', 'pdrc', 'expert'] as const;

/** Seen by auditors only, and by no other service. */
export const auditorOnly: FieldAudience<'journal'> = { reach: 'journal', viewers: [] };

/** Stays in the journal; in a timeline these viewers see it too. */
export function journal(...viewers: readonly Viewer[]): FieldAudience<'journal'> {
  return { reach: 'journal', viewers };
}

/** Goes to the other services; in a timeline these viewers see it. */
export function integration(...viewers: readonly Viewer[]): FieldAudience<'integration'> {
  return { reach: 'integration', viewers };
}

/** A decided fact that anyone may know: nothing personal, commercial or pre-decision. */
export const open: FieldAudience<'public'> = { reach: 'public', viewers: everyone };
