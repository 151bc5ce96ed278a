/** A journal topic ends with an event that the log does not hold: the log was put back to an earlier state. */
export class LogBehind extends Error {
  readonly code = 'store-behind';

  constructor(source: string, head: number, published: number) {
    super(
      `The store of ${source}, which ends at ${head}, does not hold event ${published}, with which its journal topic ends: the store was put back to an earlier state, and nothing is published. Restore a later backup; or, when there is none, start once with IIC_RECOVER set to the reason, which is recorded in the security log.`,
    );
  }
}
