import type { EventContract } from '@iic/contracts';
import type { ServiceDefinition } from '@iic/service-kit';
import { Module } from '@nestjs/common';

@Module({})
class NothingModule {}

/** A service that does nothing but record what it is told to. */
export function standIn(name: string, contracts: readonly EventContract[]): ServiceDefinition {
  return {
    name,
    contracts,
    access: {},
    problems: {},
    projections: [],
    consumes: { sources: [], contracts: [] },
    module: NothingModule,
  };
}
