import { audit } from '@iic/audit';
import { construction } from '@iic/construction';
import { evaluation } from '@iic/evaluation';
import { intake } from '@iic/intake';
import { registry } from '@iic/registry';
import type { ServiceDefinition } from '@iic/service-kit';

/** All services, to run in one process behind one origin. */
export const allServices: readonly ServiceDefinition[] = [intake, evaluation, construction, registry, audit];
