import { runPlatform } from '@iic/service-kit';
import { evaluation } from './index.ts';

await runPlatform([evaluation]);
