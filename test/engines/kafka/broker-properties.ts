import { join } from 'node:path';
import type { SelfSigned } from './certificate.ts';
import { saslMechanisms, saslUsers } from './sasl-users.ts';

/** Where a broker keeps its data and listens. */
export interface BrokerLayout {
  readonly folder: string;
  readonly port: number;
  readonly saslPort: number;
  readonly tlsPort: number;
  readonly controllerPort: number;
  readonly certificate: SelfSigned;
}

const host = '127.0.0.1';
const security = 'org.apache.kafka.common.security';

/**
 * Settings of a broker with three listeners: the plain one is for tests and may do everything, the other two
 * enforce passwords and access rules, one of them encrypted.
 */
export function brokerProperties(layout: BrokerLayout): string {
  const { folder, port, saslPort, tlsPort, controllerPort, certificate } = layout;
  const listeners = `PLAINTEXT://${host}:${port},SASL://${host}:${saslPort},TLS://${host}:${tlsPort}`;
  return Object.entries({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@${host}:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `${listeners},CONTROLLER://${host}:${controllerPort}`,
    'advertised.listeners': listeners,
    'listener.security.protocol.map':
      'PLAINTEXT:PLAINTEXT,SASL:SASL_PLAINTEXT,TLS:SASL_SSL,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
    ...passwords(),
    'listener.name.tls.ssl.keystore.location': certificate.keystore,
    'listener.name.tls.ssl.keystore.password': certificate.password,
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users': 'User:ANONYMOUS;User:admin',
    'log.dirs': join(folder, 'data'),
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 5,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'auto.create.topics.enable': false,
  })
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/** What the tool that formats a broker's folder needs in order to know the users of SCRAM. */
export function scramUsers(): readonly string[] {
  return saslMechanisms
    .filter((mechanism) => mechanism !== 'PLAIN')
    .flatMap((mechanism) =>
      Object.entries(saslUsers).flatMap(([user, password]) => [
        '--add-scram',
        `${mechanism}=[name=${user},password=${password}]`,
      ]),
    );
}

function passwords(): Readonly<Record<string, string>> {
  const users = Object.entries(saslUsers).map(([user, password]) => `user_${user}="${password}"`);
  const plain = `${security}.plain.PlainLoginModule required ${users.join(' ')};`;
  const scram = `${security}.scram.ScramLoginModule required;`;
  return {
    'listener.name.sasl.sasl.enabled.mechanisms': 'PLAIN',
    'listener.name.sasl.plain.sasl.jaas.config': plain,
    'listener.name.tls.sasl.enabled.mechanisms': saslMechanisms.join(','),
    'listener.name.tls.plain.sasl.jaas.config': plain,
    'listener.name.tls.scram-sha-256.sasl.jaas.config': scram,
    'listener.name.tls.scram-sha-512.sasl.jaas.config': scram,
  };
}
