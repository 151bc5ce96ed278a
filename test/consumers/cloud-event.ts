/** A public event as every consumer of these examples gets it. */
export interface PublicEvent {
  readonly id: string;
  /** `urn:iic:<service>`. */
  readonly source: string;
  readonly type: string;
  /** When it was recorded. */
  readonly time: string;
  /** The case. */
  readonly subject: string;
  readonly schemaversion: string;
  /** Dense number of the event in its service, as text. */
  readonly seq: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Services that have public events. */
export const publicServices = ['intake', 'construction', 'registry'] as const;

/** The event of a Kafka record in binary mode: attributes are headers that begin with `ce_`. */
export function fromHeaders(headers: Readonly<Record<string, string>>, value: string): PublicEvent {
  const attribute = (name: string): string => {
    const text = headers[`ce_${name}`];
    if (text === undefined) throw new Error(`The record has no header ce_${name}.`);
    return text;
  };
  return {
    id: attribute('id'),
    source: attribute('source'),
    type: attribute('type'),
    time: attribute('time'),
    subject: attribute('subject'),
    schemaversion: attribute('schemaversion'),
    seq: attribute('seq'),
    data: JSON.parse(value),
  };
}
