import { resolve } from 'node:path';
import { type EngineSettings, engineDefinitions, readEngines } from './engines/engine-settings.ts';
import { SettingsInvalid } from './settings-invalid.ts';

/** One setting: where it comes from, what it means and what holds when it is absent. */
interface SettingDefinition {
  readonly variable: string;
  readonly describe: string;
  readonly fallback: string;
}

/** Every environment variable the services read; the configuration reference is generated from this list. */
export const settingDefinitions = {
  port: { variable: 'PORT', describe: 'TCP port of the HTTP origin; 0 takes a free one.', fallback: '3000' },
  host: { variable: 'HOST', describe: 'Address to listen on.', fallback: '127.0.0.1' },
  data: {
    variable: 'IIC_DATA',
    describe: 'Folder of all stores, keys and attachments.',
    fallback: '.iic-data',
  },
  developmentIssuer: {
    variable: 'IIC_DEV_ISSUER',
    describe: '1 accepts tokens of the development issuer; only on the loopback interface.',
    fallback: '',
  },
  oidcIssuer: { variable: 'IIC_OIDC_ISSUER', describe: 'Issuer (iss) of access tokens.', fallback: '' },
  oidcAudience: {
    variable: 'IIC_OIDC_AUDIENCE',
    describe: 'Audience (aud) of access tokens.',
    fallback: 'iic',
  },
  oidcKeys: { variable: 'IIC_OIDC_JWKS', describe: 'Address of the issuer’s key set (JWKS).', fallback: '' },
  policyPacks: {
    variable: 'IIC_POLICY_PACKS',
    describe: 'Comma-separated JSON files of further policy packs.',
    fallback: '',
  },
  logLevel: {
    variable: 'IIC_LOG_LEVEL',
    describe: 'trace, debug, info, warn, error or silent.',
    fallback: 'info',
  },
  traces: {
    variable: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    describe: 'Address of an OpenTelemetry collector (OTLP over HTTP); empty sends no traces.',
    fallback: '',
  },
  logFile: {
    variable: 'IIC_LOG_FILE',
    describe: 'File to log to; empty logs to standard error.',
    fallback: '',
  },
  recover: {
    variable: 'IIC_RECOVER',
    describe:
      'Reason for which a store that ends before what others have seen of it may start; recorded in its security log. For one start only.',
    fallback: '',
  },
  ...engineDefinitions,
} as const satisfies Readonly<Record<string, SettingDefinition>>;

/** Validated settings of a process. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly data: string;
  readonly issuer: 'development' | { readonly issuer: string; readonly audience: string; readonly keys: URL };
  readonly policyPacks: readonly string[];
  readonly logLevel: string;
  readonly logFile: string | undefined;
  /** Address of an OTLP collector. */
  readonly traces: string | undefined;
  /** Reason for which a store that is behind may start. */
  readonly recover: string | undefined;
  readonly engines: EngineSettings;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'];
const loopback = ['127.0.0.1', '::1', 'localhost'];

/** Reads and validates the environment once. Throws {@link SettingsInvalid}. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = readerOf(environment);
  const host = read('host');
  const level = read('logLevel');
  if (!logLevels.includes(level))
    throw new SettingsInvalid(`IIC_LOG_LEVEL must be one of ${logLevels.join(', ')}.`);
  return {
    port: readPort(read('port')),
    host,
    data: resolve(read('data')),
    issuer: readIssuer(read, host),
    policyPacks: read('policyPacks').split(',').filter(Boolean),
    logLevel: level,
    logFile: read('logFile') || undefined,
    traces: read('traces') || undefined,
    recover: read('recover').trim() || undefined,
    engines: readEngines(read),
  };
}

/** Reads only what names the servers, for an operator's command. Throws {@link SettingsInvalid}. */
export function readEngineSettings(
  environment: Readonly<Record<string, string | undefined>>,
): EngineSettings {
  return readEngines(readerOf(environment));
}

function readerOf(environment: Readonly<Record<string, string | undefined>>) {
  return (name: keyof typeof settingDefinitions): string =>
    environment[settingDefinitions[name].variable] || settingDefinitions[name].fallback;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SettingsInvalid('PORT must be a whole number from 0 to 65535.');
  }
  return port;
}

function readIssuer(
  read: (name: keyof typeof settingDefinitions) => string,
  host: string,
): Settings['issuer'] {
  if (read('developmentIssuer') === '1') {
    if (!loopback.includes(host)) {
      throw new SettingsInvalid('IIC_DEV_ISSUER=1 works only on the loopback interface: set HOST=127.0.0.1.');
    }
    return 'development';
  }
  const issuer = read('oidcIssuer');
  const keys = read('oidcKeys');
  if (issuer === '' || !URL.canParse(keys)) {
    throw new SettingsInvalid(
      'Set IIC_OIDC_ISSUER and IIC_OIDC_JWKS (an address), or IIC_DEV_ISSUER=1 to try the platform out on this machine.',
    );
  }
  return { issuer, audience: read('oidcAudience'), keys: new URL(keys) };
}
