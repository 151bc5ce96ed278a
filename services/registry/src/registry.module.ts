import { ServiceRuntime } from '@iic/service-kit';
import { Module } from '@nestjs/common';
import { CenterCorrections } from './center-corrections.ts';
import { CenterNames } from './center-names.ts';
import { Centers } from './centers.ts';
import { CenterActsController } from './http/center-acts.controller.ts';
import { EntriesController } from './http/entries.controller.ts';
import { RegisterController } from './http/register.controller.ts';
import { CenterMessages } from './messaging/center-messages.ts';
import { DesignationMessages } from './messaging/designation-messages.ts';

/** Wiring of the registry service. */
@Module({
  controllers: [
    RegisterController,
    EntriesController,
    CenterActsController,
    DesignationMessages,
    CenterMessages,
  ],
  providers: [
    CenterNames,
    CenterCorrections,
    {
      provide: Centers,
      useFactory: ({ host }: ServiceRuntime) => new Centers(host.packs),
      inject: [ServiceRuntime],
    },
  ],
})
export class RegistryModule {}
