import { ServiceRuntime } from '@iic/service-kit';
import { Module } from '@nestjs/common';
import { Applications } from './aggregates.ts';
import { CaseFiles } from './case-files.ts';
import { ApplicationsController } from './http/applications.controller.ts';
import { AttachmentsController } from './http/attachments.controller.ts';
import { CaseSecrets } from './http/case-secrets.ts';
import { ContentController } from './http/content.controller.ts';
import { OrganisationsController } from './http/organisations.controller.ts';
import { PlanController } from './http/plan.controller.ts';
import { ReviewController } from './http/review.controller.ts';
import { SubmissionController } from './http/submission.controller.ts';
import { SubmissionPrints } from './http/submission-prints.ts';
import { Submissions } from './http/submissions.ts';
import { Uploads } from './http/uploads.ts';
import { VersionsController } from './http/versions.controller.ts';
import { NameHandlers } from './messaging/name.handlers.ts';
import { ReviewHandlers } from './messaging/review.handlers.ts';
import { NameReservations } from './name-reservations.ts';
import { OrphanSweep } from './orphan-sweep.ts';
import { Duplicates } from './read-model/duplicates.ts';
import { OrganisationRegister } from './read-model/organisation-register.ts';
import { UsccReservations } from './uscc-reservations.ts';

/** Wiring of the intake service. */
@Module({
  controllers: [
    OrganisationsController,
    ApplicationsController,
    ContentController,
    PlanController,
    AttachmentsController,
    SubmissionController,
    VersionsController,
    ReviewController,
    ReviewHandlers,
    NameHandlers,
  ],
  providers: [
    {
      provide: Applications,
      useFactory: ({ host }: ServiceRuntime) => new Applications(host.packs),
      inject: [ServiceRuntime],
    },
    CaseFiles,
    CaseSecrets,
    Duplicates,
    NameReservations,
    OrganisationRegister,
    OrphanSweep,
    SubmissionPrints,
    Submissions,
    Uploads,
    UsccReservations,
  ],
})
export class IntakeModule {}
