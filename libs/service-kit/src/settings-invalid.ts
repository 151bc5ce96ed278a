/** A setting is missing or wrong; the process must not start. */
export class SettingsInvalid extends Error {
  readonly code = 'settings-invalid';
}
