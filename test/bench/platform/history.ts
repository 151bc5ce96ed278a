import { join } from 'node:path';
import { type EventEnvelope, SqliteEventStore, sealEvent } from '@iic/event-sourcing';
import { jilin2020, policyIdentity } from '@iic/policy';
import type { Bench, Measures } from '../bench.ts';
import { envelopeOf } from '../envelope.ts';
import { quantile, Requests } from './requests.ts';
import { startServer } from './server.ts';

/** A register with a past: centers, each with as many events. */
interface History {
  readonly centers: number;
  readonly eventsPerCenter: number;
}

const small: History = { centers: 100, eventsPerCenter: 10 };
const large: History = { centers: 1_000, eventsPerCenter: 1_000 };
const quickLarge: History = { centers: 200, eventsPerCenter: 100 };

const firstDay = Date.UTC(2021, 0, 4);
const minute = 60_000;
const warmUp = 100;
const requestsMeasured = 500;

function instantOf(number: number): string {
  return new Date(firstDay + number * minute).toISOString();
}

function designation(caseId: string): object {
  const { id: policyId, hash: policyHash } = policyIdentity(jilin2020);
  return {
    caseId,
    nameZh: `吉林省示例${caseId}产业创新中心`,
    nameEn: `JiLin Province Industrial Innovation Center of Sample ${caseId}`,
    leadUnit: 'org-lead',
    competentUnit: 'org-drc-0',
    province: '220000',
    area: '220100',
    field: 'new-materials',
    entity: {
      name: '示例创新有限公司',
      legalForm: 'company',
      uscc: '91350100M000100Y43',
      independent: true,
      area: '220100',
    },
    director: 'person-director',
    effectiveDate: '2021-01-04',
    decisionId: `${caseId}-acceptance-1`,
    policyId,
    policyHash,
  };
}

function centerEvent(caseId: string, revision: number, number: number): EventEnvelope {
  const recordedAt = instantOf(number);
  const base = envelopeOf(`center-${caseId}`, revision, {});
  const about = { ...base, correlation: caseId, recordedAt, effectiveAt: recordedAt };
  if (revision === 0) return { ...about, type: 'CenterDesignated', data: { ...designation(caseId) } };
  return {
    ...about,
    type: 'CenterCompetentUnitReassigned',
    data: {
      competentUnit: `org-drc-${revision}`,
      previous: `org-drc-${revision - 1}`,
      effectiveDate: recordedAt.slice(0, 10),
    },
  };
}

/** Writes the registry's log as its service would have written it over the years. */
async function write(data: string, { centers, eventsPerCenter }: History): Promise<void> {
  const store = SqliteEventStore.open(join(data, 'registry', 'events.sqlite'));
  for (let center = 0; center < centers; center += 1) {
    const caseId = `case-${center}`;
    const events = Array.from({ length: eventsPerCenter }, (_, revision) =>
      sealEvent(centerEvent(caseId, revision, center * eventsPerCenter + revision)),
    );
    await store.append({ stream: `center-${caseId}`, expectedRevision: -1, events });
  }
  await store.close();
}

async function median(requests: Requests, path: () => string): Promise<number> {
  const latencies: number[] = [];
  for (let number = 0; number < warmUp + requestsMeasured; number += 1) {
    const start = performance.now();
    const { status, text } = await requests.send('GET', path());
    if (number >= warmUp) latencies.push(performance.now() - start);
    if (status !== 200) throw new Error(`GET ${path()}: ${status} ${text}`);
  }
  return quantile(latencies, 0.5);
}

/** Times queries about the second half of the past, when every center of the first half was there. */
async function queries(url: string, { centers, eventsPerCenter }: History): Promise<Measures> {
  const requests = new Requests(url);
  const half = centers / 2;
  const point = () => {
    const instant = instantOf(Math.floor((half + Math.random() * half) * eventsPerCenter));
    return `asOf=${instant}&asOfRecorded=${instant}`;
  };
  const center = () => `/registry/centers/case-${Math.floor(Math.random() * half)}?${point()}`;
  const measures = {
    center: await median(requests, center),
    register: await median(requests, () => `/registry/centers?${point()}`),
  };
  requests.close();
  return measures;
}

async function measure(data: string, history: History, name: string): Promise<Measures> {
  await write(data, history);
  const first = await startServer(data);
  await first.settled();
  const { center, register } = await queries(first.url, history);
  await first.stop();
  const second = await startServer(data);
  await second.stop();
  return {
    [`center, ${name}`]: center ?? Number.NaN,
    [`register, ${name}`]: register ?? Number.NaN,
    [`start-up, ${name}`]: second.readyMs / 1000,
  };
}

/** As-of queries over HTTP, and start-up, with a short past and with a long one. */
export const bench: Bench = {
  name: 'platform: history',
  async run({ folder, quick }) {
    return {
      ...(await measure(join(folder, 'short'), small, 'short')),
      ...(await measure(join(folder, 'long'), quick ? quickLarge : large, 'long')),
    };
  },
};
