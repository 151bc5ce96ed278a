import { type EventEnvelope, type Json, type JsonObject, streamName } from '@iic/event-sourcing';

/** Who a case concerns, as far as intake's events have said. */
export interface Parties {
  readonly leadUnit: string | null;
  readonly competentUnit: string | null;
  /** Area code of the province. */
  readonly province: string | null;
  /** True once the case was submitted to its competent unit. */
  readonly submitted: boolean;
  /** True once the case was filed with the PDRC. */
  readonly filed: boolean;
}

/** A case nothing is known of. */
export const noParties: Parties = {
  leadUnit: null,
  competentUnit: null,
  province: null,
  submitted: false,
  filed: false,
};

/**
 * The parties after one more event of the case. The application itself alone says who they are: what other services
 * record names them as they were told, which a reassignment may have overtaken, and what is recorded of
 * organisations is not about the case.
 */
export function withParties(
  parties: Parties,
  source: string,
  { type, data, stream, correlation }: Pick<EventEnvelope, 'type' | 'data' | 'stream' | 'correlation'>,
): Parties {
  if (source !== 'intake' || stream !== streamName('application', correlation)) return parties;
  return {
    leadUnit: identifier(data['leadUnit']) ?? parties.leadUnit,
    competentUnit: identifier(data['competentUnit']) ?? parties.competentUnit,
    province: identifier(data['province']) ?? parties.province,
    submitted: parties.submitted || type === 'ApplicationSubmitted',
    filed: parties.filed || type === 'ApplicationFiled',
  };
}

function identifier(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !isObject(value)) return undefined;
  return typeof value['organisation'] === 'string' ? value['organisation'] : undefined;
}

function isObject(value: JsonObject | readonly Json[]): value is JsonObject {
  return !Array.isArray(value);
}
