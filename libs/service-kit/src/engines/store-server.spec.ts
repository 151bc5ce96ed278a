import { askServers } from './store-server.ts';

it('tells which servers answer, and waits for none for ever', async () => {
  const silent = Promise.withResolvers<void>();
  const servers = [
    { name: 'KurrentDB', neededFor: 'commands', ping: () => silent.promise },
    { name: 'MongoDB', neededFor: 'queries', ping: () => Promise.reject(new Error('away')) },
    { name: 'another', neededFor: 'queries', ping: () => Promise.resolve() },
  ] as const;
  expect(await askServers(servers)).toEqual([
    { name: 'KurrentDB', neededFor: 'commands', reachable: false },
    { name: 'MongoDB', neededFor: 'queries', reachable: false },
    { name: 'another', neededFor: 'queries', reachable: true },
  ]);
});
