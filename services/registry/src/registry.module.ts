import { ServiceRuntime } from '@iic/service-kit';
import { Module } from '@nestjs/common';
import { Centers } from './centers.ts';
import { CentersController } from './http/centers.controller.ts';
import { RegisterController } from './http/register.controller.ts';
import { CenterHandlers } from './messaging/center.handlers.ts';

/** Wiring of the registry service. */
@Module({
  controllers: [RegisterController, CentersController, CenterHandlers],
  providers: [
    {
      provide: Centers,
      useFactory: ({ host }: ServiceRuntime) => new Centers(host.packs),
      inject: [ServiceRuntime],
    },
  ],
})
export class RegistryModule {}
