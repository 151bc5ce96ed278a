import { NotAvailable as EngineMissing } from '../engines/index.ts';
import { NotAvailable } from './bench.ts';

/** What an engine starter gives. Throws `NotAvailable` of the bench where this machine cannot have the engine. */
export async function available<Started>(start: () => Promise<Started>): Promise<Started> {
  try {
    return await start();
  } catch (error) {
    throw error instanceof EngineMissing ? new NotAvailable(error.message) : error;
  }
}
