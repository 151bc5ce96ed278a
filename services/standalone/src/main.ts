import { runPlatform } from '@iic/service-kit';
import { allServices } from './index.ts';

await runPlatform(allServices);
