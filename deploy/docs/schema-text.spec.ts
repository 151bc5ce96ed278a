import { fieldRows, schemaText } from './schema-text.ts';

describe('schema text', () => {
  it.each([
    [{ type: 'string', pattern: '^[0-9a-f]{64}$' }, 'SHA-256 in hex'],
    [{ type: 'string', minLength: 1, maxLength: 60 }, 'text, 1–60 characters'],
    [{ type: 'integer', minimum: 0, maximum: 100 }, 'integer, 0–100'],
    [{ type: 'array', items: { type: 'boolean' }, minItems: 1 }, 'list of true or false, at least 1'],
    [{ anyOf: [{ type: 'string', maxLength: 9 }, { type: 'null' }] }, 'text, at most 9 characters or null'],
    [{ anyOf: [{ const: 'a' }, { const: 'b' }, { type: 'null' }] }, '`a`, `b` or null'],
    [{ enum: ['hard', 'advisory'] }, '`hard`, `advisory`'],
  ])('of %j', (schema, text) => {
    expect(schemaText(schema)).toBe(text);
  });

  it('lists fields inside lists and inside objects that may be null', () => {
    const member = { type: 'object', required: ['id'], properties: { id: { type: 'string' } } };
    const schema = {
      type: 'object',
      required: ['members', 'host'],
      properties: {
        members: { type: 'array', items: member },
        host: { anyOf: [member, { type: 'null' }] },
        note: { type: 'string' },
      },
    };
    expect(fieldRows(schema).map(({ path, content }) => `${path}: ${content}`)).toEqual([
      'members: list of object',
      'members[].id: text',
      'host: object or null',
      'host.id: text',
      'note: text (optional)',
    ]);
  });
});
