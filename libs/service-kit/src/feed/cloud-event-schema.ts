const text = { type: 'string' } as const;
const whole = { type: 'string', pattern: '^\\d+$' } as const;

/** Schema of a public event in the JSON form of CloudEvents; the AsyncAPI document has the data of each type. */
export const cloudEventSchema = {
  type: 'object' as const,
  required: ['specversion', 'id', 'source', 'type', 'time', 'subject', 'schemaversion', 'seq', 'data'],
  properties: {
    specversion: { type: 'string' as const, enum: ['1.0'] },
    id: text,
    source: text,
    type: text,
    time: { type: 'string' as const, format: 'date-time' },
    subject: text,
    datacontenttype: text,
    stream: text,
    schemaversion: whole,
    seq: whole,
    revision: whole,
    effectiveat: { type: 'string' as const, format: 'date-time' },
    causationid: text,
    causationtime: { type: 'string' as const, format: 'date-time' },
    data: { type: 'object' as const },
  },
};
