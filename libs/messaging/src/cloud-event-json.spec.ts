/** What goes out is what an implementation nobody here wrote takes for CloudEvents 1.0. */
import { CloudEvent, HTTP } from 'cloudevents';
import { cloudEventJson, cloudEventsBatch } from './cloud-event-json.ts';
import type { Message } from './message.ts';

const message: Message = {
  id: '0190c2f0-0000-7000-8000-000000000001',
  source: 'intake',
  type: 'ApplicationApproved',
  version: 1,
  seq: 12,
  key: 'case-1',
  stream: 'application-case-1',
  revision: 4,
  recordedAt: '2026-03-02T01:00:00.000Z',
  effectiveAt: '2026-03-01T16:00:00.000Z',
  causation: { id: 'cause-1', recordedAt: '2026-03-02T00:59:59.000Z' },
  data: { province: '220000', proposedName: '吉林省样例材料产业创新中心' },
};

function received(messages: readonly Message[]): readonly CloudEvent<unknown>[] {
  const body = JSON.stringify(messages.map(cloudEventJson));
  const events = HTTP.toEvent({ headers: { 'content-type': cloudEventsBatch }, body });
  return (Array.isArray(events) ? events : [events]).map((event) => new CloudEvent(event));
}

it('is a valid batch with all a reader needs to order and deduplicate', () => {
  const [event] = received([message]);
  expect(event?.validate()).toBe(true);
  expect(event).toMatchObject({
    specversion: '1.0',
    id: message.id,
    source: 'urn:iic:intake',
    type: 'ApplicationApproved',
    time: message.recordedAt,
    subject: 'case-1',
    stream: message.stream,
    schemaversion: '1',
    seq: '12',
    revision: '4',
    effectiveat: message.effectiveAt,
    causationid: 'cause-1',
    causationtime: '2026-03-02T00:59:59.000Z',
    data: message.data,
  });
});

it('names actor and cause only where there are any', () => {
  const { causation: _, ...rest } = message;
  const spoken = { ...rest, causation: null, actor: { organisation: 'org-1', role: 'pdrc-handler' } };
  const [silent, told] = received([{ ...rest, causation: null }, spoken]);
  expect(Object.keys(silent ?? {}).filter((name) => /^(causation|actor)/.test(name))).toEqual([]);
  expect(told).toMatchObject({ actororganisation: 'org-1', actorrole: 'pdrc-handler' });
  expect(told?.validate()).toBe(true);
});
