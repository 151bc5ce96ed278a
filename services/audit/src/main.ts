import { runPlatform } from '@iic/service-kit';
import { audit } from './index.ts';

await runPlatform([audit]);
