import { type DocumentDatabase, defineCollection } from '@iic/read-models';
import type { Measures } from '../bench.ts';

interface Center {
  readonly name: string;
  readonly area: string;
  readonly status: string;
  readonly changedAt: string;
}

const collection = defineCollection<Center>()({
  name: 'centers',
  version: 1,
  fields: {
    area: ({ area }) => area,
    status: ({ status }) => status,
    changedAt: ({ changedAt }) => changedAt,
  },
  sorts: { newest: { by: ['-changedAt'], within: ['area'] } },
});
const areas = 9;
const pageSize = 50;

function center(number: number): Center {
  return {
    name: `示例产业创新中心 ${number}`,
    area: `22${String((number % areas) + 1).padStart(2, '0')}00`,
    status: number % 3 === 0 ? 'designated' : 'under-construction',
    changedAt: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
  };
}

/**
 * Documents per second put one after the other, each committed; documents per second read by id; and pages of 50 per
 * second of the list of an area, newest first.
 */
export async function measureCollection(database: DocumentDatabase, documents: number): Promise<Measures> {
  const centers = database.collection(collection);
  const put = await perSecond(documents, (number) => centers.put(`center-${number}`, center(number), 0));
  const get = await perSecond(documents, async (number) => {
    if ((await centers.get(`center-${(number * 7_919) % documents}`)) === undefined) throw new Error('Lost.');
  });
  const page = await perSecond(Math.ceil(documents / 10), async (number) => {
    const { area } = center(number);
    const { items } = await centers.query({ where: { area }, sort: 'newest', limit: pageSize });
    if (items.length !== pageSize) throw new Error(`The page of ${area} has ${items.length} documents.`);
  });
  return { put, get, page };
}

async function perSecond(count: number, act: (number: number) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let number = 0; number < count; number += 1) await act(number);
  return (count * 1_000) / (performance.now() - start);
}
