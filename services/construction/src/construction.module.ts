import { ServiceRuntime } from '@iic/service-kit';
import { Module } from '@nestjs/common';
import { createConstructionProject } from './domain/project/project.ts';
import { AcceptanceController } from './http/acceptance.controller.ts';
import { AdjustmentsController } from './http/adjustments.controller.ts';
import { ProgressController } from './http/progress.controller.ts';
import { ProjectsController } from './http/projects.controller.ts';
import { CaseMessages } from './messaging/case-messages.ts';
import { PROJECT } from './project-token.ts';

/** Wiring of the construction service. */
@Module({
  controllers: [
    ProjectsController,
    ProgressController,
    AdjustmentsController,
    AcceptanceController,
    CaseMessages,
  ],
  providers: [
    {
      provide: PROJECT,
      useFactory: ({ host }: ServiceRuntime) => createConstructionProject(host.packs),
      inject: [ServiceRuntime],
    },
  ],
})
export class ConstructionModule {}
