import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { CommandExecutor } from './command-executor.ts';
import { EventsController } from './feed/events.controller.ts';
import { AccessGuard } from './http/access.guard.ts';
import { KnownParametersInterceptor } from './http/known-parameters.interceptor.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { ReplyInterceptor } from './http/reply.interceptor.ts';
import { WaitForInterceptor } from './http/wait-for.interceptor.ts';
import { ClockController } from './operations/clock.controller.ts';
import { ParkedMessagesController } from './operations/parked-messages.controller.ts';
import { PersonalDataController } from './operations/personal-data.controller.ts';
import { ServiceRuntime } from './service-runtime.ts';

/** What every service's Nest application has. */
@Module({})
export class KitModule {
  static for(runtime: ServiceRuntime): DynamicModule {
    return {
      module: KitModule,
      global: true,
      imports: [
        LoggerModule.forRoot({
          // Nest has one logger for the process, so its lines cannot name the service.
          pinoHttp: { logger: runtime.host.log, autoLogging: false },
        }),
      ],
      controllers: [
        ParkedMessagesController,
        ClockController,
        PersonalDataController,
        ...(hasPublicEvents(runtime) ? [EventsController] : []),
      ],
      providers: [
        { provide: ServiceRuntime, useValue: runtime },
        { provide: CommandExecutor, useValue: runtime.commands },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: KnownParametersInterceptor },
        { provide: APP_INTERCEPTOR, useClass: WaitForInterceptor },
      ],
      exports: [ServiceRuntime, CommandExecutor],
    };
  }
}

function hasPublicEvents({ definition }: ServiceRuntime): boolean {
  return definition.contracts.some(({ reach }) => reach === 'public');
}
