import { NotAvailable } from '../bench.ts';

/** Loads a peer's package; throws {@link NotAvailable} where it, or its native part, is not installed. */
export async function peerPackage<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    throw new NotAvailable(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}
