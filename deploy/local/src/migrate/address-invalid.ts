/** The command line names no store; the message says how one is named. */
export class AddressInvalid extends Error {
  readonly code = 'address-invalid';
}
