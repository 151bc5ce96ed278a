/** The event description is valid, says what travels where, and is what a running platform serves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from '@asyncapi/parser';
import { allEvents } from '@iic/contracts';
import { asyncApiDocument, ContractIndex } from '@iic/messaging';
import { WholePlatform } from '../platform/whole-platform.ts';

const document = asyncApiDocument(allEvents);
const { document: parsed, diagnostics } = await new Parser().parse(JSON.stringify(document));

it('is a valid AsyncAPI 3.0 document', () => {
  const errors = diagnostics.filter(({ severity }) => severity <= 1);
  expect(errors.map(({ message, path }) => `${path.join('/')}: ${message}`)).toEqual([]);
  expect(parsed?.version()).toBe('3.0.0');
});

it('is what a running platform serves, and what is committed', async () => {
  const platform = await WholePlatform.start();
  const { body } = await platform.client.get('/asyncapi.json');
  await platform.close();
  const committed = join(import.meta.dirname, '../../docs/reference/asyncapi.json');
  const byName = (served: typeof document) => ({ ...served, channels: Object.keys(served.channels).sort() });
  expect(byName(body)).toEqual(byName(JSON.parse(readFileSync(committed, 'utf8'))));
});

it.each(['integration', 'public'] as const)(
  'has every event of the %s channels with its fields',
  (channel) => {
    const index = new ContractIndex(allEvents, channel);
    const wrong = allEvents.filter((contract) => {
      const id = `${contract.type}.v${contract.version}.${channel}`;
      const message = parsed?.channels().get(`${contract.service}.${channel}`)?.messages().get(id);
      const fields = message?.payload()?.properties();
      const described = fields === undefined ? undefined : Object.keys(fields).sort();
      const travelling = index.travels(contract)
        ? Object.keys(index.schemaOf(contract).properties).sort()
        : undefined;
      return JSON.stringify(described) !== JSON.stringify(travelling);
    });
    expect(wrong.map(({ type }) => type)).toEqual([]);
  },
);
