import { runPlatform } from '@iic/service-kit';
import { registry } from './index.ts';

await runPlatform([registry]);
