/** A file is not what it should be. */
export class StoreDamaged extends Error {
  readonly code = 'store-damaged';

  constructor(file: string, damage: string) {
    super(`${file} is damaged: ${damage}.`);
  }
}
