import { runPlatform } from '@iic/service-kit';
import { construction } from './index.ts';

await runPlatform([construction]);
