import {
  defineEvent,
  type EventContract,
  type FieldAudience,
  integration,
  journal,
  open,
} from '@iic/contracts';
import fc from 'fast-check';
import { type TProperties, Type } from 'typebox';
import { breakingChanges } from './compare.ts';
import { readReleased, snapshotOf } from './snapshot.ts';

const keys = { integration: 'case id', public: 'case id', journal: 'service' };
const base: TProperties = {
  name: Type.String({ maxLength: 20 }),
  status: Type.Union([Type.Literal('open'), Type.Literal('closed')]),
  note: Type.Optional(Type.String()),
  lines: Type.Array(Type.Object({ source: Type.String(), amount: Type.Integer({ minimum: 0 }) })),
};

function event(properties: TProperties, change: Partial<EventContract> = {}): EventContract {
  const fields: Record<string, FieldAudience> = {};
  for (const field of Object.keys(properties)) fields[field] = open;
  const common = { service: 'alpha', type: 'AlphaNoted', version: 1, article: 'platform' };
  const title = { zh: '测试', en: 'Test' };
  return {
    ...defineEvent({ ...common, title, reach: 'public', data: Type.Object(properties), fields }),
    ...change,
  };
}

const changes = (before: readonly EventContract[], now: readonly EventContract[]) =>
  breakingChanges(snapshotOf('v1', before, keys), snapshotOf('now', now, keys));
const toProperties = (properties: TProperties) => changes([event(base)], [event(properties)]);
const { name: _, ...nameless } = base;

describe('breaks readers', () => {
  it.each<[string, TProperties, RegExp]>([
    ['a removed field', nameless, /the field name was removed/],
    [
      'a narrower text',
      { ...base, name: Type.String({ maxLength: 10 }) },
      /maxLength of name was 20 and is 10/,
    ],
    ['a wider text', { ...base, name: Type.String() }, /maxLength of name was 20 and is absent/],
    ['another type', { ...base, name: Type.Integer() }, /type of name was "string" and is "integer"/],
    [
      'a wider enumeration',
      { ...base, status: Type.Union([Type.Literal('open'), Type.Literal('closed'), Type.Literal('lost')]) },
      /status may now be something readers do not know/,
    ],
    [
      'a narrower enumeration',
      { ...base, status: Type.Union([Type.Literal('open')]) },
      /narrower enumeration/,
    ],
    [
      'a required field made optional',
      { ...base, name: Type.Optional(Type.String({ maxLength: 20 })) },
      /optional/,
    ],
    ['an optional field made required', { ...base, note: Type.String() }, /note became required/],
    ['a new required field', { ...base, extra: Type.String() }, /new field extra is required/],
    [
      'a change deep inside',
      { ...base, lines: Type.Array(Type.Object({ source: Type.String(), amount: Type.Integer() })) },
      /minimum of lines\[\]\.amount was 0 and is absent/,
    ],
  ])('%s', (_title, properties, text) => {
    const found = toProperties(properties);
    expect(found).not.toEqual([]);
    expect(found.join('\n')).toMatch(text);
    expect(found[0]).toMatch(/add version 2 beside it; see docs\/how-to\/add-an-event-version\.md\.$/);
  });

  it('a removed event, and a removed version', () => {
    const second = event(base, { version: 2 });
    expect(changes([event(base)], [])).toEqual([expect.stringMatching(/^alpha AlphaNoted v1: was removed/)]);
    expect(changes([event(base)], [second])).toEqual([expect.stringContaining('add version 3')]);
  });

  it('a tighter reach of an event or a field', () => {
    const fields = { ...event(base).fields, name: integration('pdrc'), note: journal() };
    expect(changes([event(base)], [event(base, { reach: 'integration', fields })])).toEqual([
      expect.stringContaining('it travelled as far as public and now only as far as integration'),
      expect.stringContaining('the field name travelled'),
      expect.stringContaining('the field note travelled'),
    ]);
  });

  it('another key', () => {
    const before = snapshotOf('v1', [event(base)], keys);
    expect(breakingChanges(before, { ...before, keys: { ...keys, public: 'event id' } })).toEqual([
      expect.stringMatching(/public channel are keyed by event id instead of case id/),
    ]);
  });
});

describe('breaks nobody', () => {
  it('what is new: optional fields, also deep inside, events and versions', () => {
    const line = {
      source: Type.String(),
      amount: Type.Integer({ minimum: 0 }),
      text: Type.Optional(Type.String()),
    };
    const more = { ...base, extra: Type.Optional(Type.Integer()), lines: Type.Array(Type.Object(line)) };
    const others = [event(nameless, { version: 2 }), event({}, { type: 'AlphaClosed' })];
    expect(changes([event(base)], [event(more), ...others])).toEqual([]);
  });

  it('a farther reach', () => {
    const near = event(base, { reach: 'journal', fields: { ...event(base).fields, name: journal() } });
    expect(changes([near], [event(base)])).toEqual([]);
  });

  it('other words', () => {
    expect(toProperties({ ...base, name: Type.String({ maxLength: 20, description: 'A name.' }) })).toEqual(
      [],
    );
  });
});

it('notices the loss of any field of any event of any release', () => {
  const released = readReleased('v0.1.0');
  const places = released.events.flatMap(({ data }, index) =>
    Object.keys(data.properties ?? {}).map((field) => ({ index, field })),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places), ({ index, field }) => {
      const events = released.events.map((one, at) => {
        if (at !== index) return one;
        const { [field]: _gone, ...properties } = one.data.properties ?? {};
        return { ...one, data: { ...one.data, properties } };
      });
      const found = breakingChanges(released, { ...released, events });
      expect(found.some((text) => text.includes(`the field ${field} was removed`))).toBe(true);
    }),
  );
  expect(breakingChanges(released, released)).toEqual([]);
});
