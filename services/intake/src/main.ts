import { runPlatform } from '@iic/service-kit';
import { intake } from './index.ts';

await runPlatform([intake]);
