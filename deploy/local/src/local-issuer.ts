import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DevelopmentIssuer } from '@iic/access';
import { developmentIssuerFile } from '@iic/service-kit';

/**
 * The development issuer of a platform on this machine. Rejects where no platform was started on that data folder:
 * a new issuer's tokens would be refused everywhere.
 */
export async function localIssuer(data: string): Promise<DevelopmentIssuer> {
  const file = developmentIssuerFile(resolve(data));
  if (existsSync(file)) return DevelopmentIssuer.open(file);
  throw new Error(
    `No platform with a development issuer was started on ${data}. Start it first, or name its folder with --data (npm run start:services keeps its data in .iic-data/services).`,
  );
}
