import { type EngineSettings, readEngineSettings } from '@iic/service-kit';

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings of one server, whatever the environment says of others. Throws `SettingsInvalid`. */
export function settingsOf(prefix: `IIC_${string}_`, environment: Environment): EngineSettings {
  return readEngineSettings(
    Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith(prefix))),
  );
}
