import { type PlannedAccess, planTopics, type TopicLayout, type TopicUser } from './topic-plan.ts';

const alpha: TopicUser = {
  name: 'alpha',
  publishes: [
    { source: 'alpha', channels: ['journal', 'integration', 'public'] },
    { source: 'alpha-security', channels: ['journal'] },
  ],
  consumes: { sources: ['beta'], channel: 'integration' },
};
const beta: TopicUser = {
  name: 'beta',
  publishes: [{ source: 'beta', channels: ['journal', 'integration'] }],
  consumes: { sources: ['alpha', 'beta'], channel: 'integration' },
};
const archive: TopicUser = {
  name: 'archive',
  publishes: [{ source: 'archive', channels: ['journal'] }],
  consumes: { sources: ['alpha', 'alpha-security', 'beta', 'archive'], channel: 'journal' },
};
const users = [alpha, beta, archive];
const layout: TopicLayout = { prefix: 'iic', partitions: 6, replication: 3 };
const forEver = '-1';

function topicsWith(changes: Partial<TopicLayout> = {}) {
  return new Map(planTopics(users, { ...layout, ...changes }).topics.map((topic) => [topic.name, topic]));
}

/** Names of what a principal may do something to; those of a pattern end with `*`. */
function names(
  principal: string,
  resource: PlannedAccess['resource'],
  operation: PlannedAccess['operation'],
) {
  return planTopics(users, layout)
    .access.filter((rule) => rule.principal === principal)
    .filter((rule) => rule.resource === resource && rule.operation === operation)
    .map(({ name, pattern }) => (pattern === 'prefixed' ? `${name}*` : name))
    .toSorted();
}

const writable = (principal: string) => names(principal, 'topic', 'write');
const readable = (principal: string) => names(principal, 'topic', 'read');
const groups = (principal: string) => names(principal, 'group', 'read');

describe('the plan of topics', () => {
  it('has a topic for each channel that a log goes out on, and no other', () => {
    expect([...topicsWith().keys()].toSorted()).toEqual([
      'iic.alpha-security.journal',
      'iic.alpha.integration',
      'iic.alpha.journal',
      'iic.alpha.public',
      'iic.archive.journal',
      'iic.beta.integration',
      'iic.beta.journal',
    ]);
  });

  it('keeps platforms on one broker apart by their prefix', () => {
    const { topics, access } = planTopics(users, { ...layout, prefix: 'trial' });
    const all = [...topics.map(({ name }) => name), ...access.map(({ name }) => name)];
    expect(all.filter((name) => !/^trial\.|^analytics\.$/.test(name))).toEqual([]);
  });

  it('gives a journal one partition, so that one order holds, and the others as many as asked for', () => {
    for (const [name, { partitions }] of topicsWith({ partitions: 12 })) {
      expect([name, partitions]).toEqual([name, name.endsWith('.journal') ? 1 : 12]);
    }
  });

  it.each([
    { replication: 1, insync: '1' },
    { replication: 2, insync: '1' },
    { replication: 3, insync: '2' },
    { replication: 5, insync: '4' },
  ])(
    'acknowledges on $insync of $replication copies, so that one of several may be lost',
    ({ replication, insync }) => {
      for (const topic of topicsWith({ replication }).values()) {
        expect(topic).toMatchObject({ replication, configs: { 'min.insync.replicas': insync } });
      }
    },
  );

  it('keeps everything for ever where nobody says otherwise', () => {
    for (const { configs } of topicsWith().values()) {
      expect(configs).toMatchObject({
        'cleanup.policy': 'delete',
        'retention.ms': forEver,
        'retention.bytes': forEver,
      });
    }
  });

  it('keeps public messages for some days if asked to, and all others for ever', () => {
    for (const [name, { configs }] of topicsWith({ publicRetentionDays: 30 })) {
      const expected = name.endsWith('.public') ? '2592000000' : forEver;
      expect([name, configs['retention.ms']]).toEqual([name, expected]);
    }
  });
});

describe('the access rules of the plan', () => {
  it('let a service write its own topics, and nothing else', () => {
    expect(writable('User:alpha')).toEqual([
      'iic.alpha-security.journal',
      'iic.alpha.integration',
      'iic.alpha.journal',
      'iic.alpha.public',
    ]);
    expect(writable('User:beta')).toEqual(['iic.beta.integration', 'iic.beta.journal']);
    expect(writable('User:archive')).toEqual(['iic.archive.journal']);
  });

  it('let a service read what it consumes and the ends of its own journals', () => {
    expect(readable('User:alpha')).toEqual([
      'iic.alpha-security.journal',
      'iic.alpha.journal',
      'iic.beta.integration',
    ]);
    expect(readable('User:archive')).toEqual([
      'iic.alpha-security.journal',
      'iic.alpha.journal',
      'iic.archive.journal',
      'iic.beta.journal',
    ]);
  });

  it('let a service read in the group of its own name', () => {
    for (const { name } of users) expect(groups(`User:${name}`)).toEqual([`iic.${name}`]);
  });

  it('let analytics read public topics alone, in groups of its own, and write nothing', () => {
    expect(readable('User:analytics')).toEqual(['iic.alpha.public']);
    expect(writable('User:analytics')).toEqual([]);
    expect(groups('User:analytics')).toEqual(['analytics.*']);
  });

  it('say each thing once, and give nobody else a right', () => {
    const { access } = planTopics(users, layout);
    expect(new Set(access.map((rule) => JSON.stringify(rule))).size).toBe(access.length);
    expect([...new Set(access.map(({ principal }) => principal))].toSorted()).toEqual([
      'User:alpha',
      'User:analytics',
      'User:archive',
      'User:beta',
    ]);
  });
});
