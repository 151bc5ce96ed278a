import { ServiceRuntime } from '@iic/service-kit';
import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { Aggregates } from './aggregates.ts';
import { DecisionActsController } from './http/decision-acts.controller.ts';
import { DecisionsController } from './http/decisions.controller.ts';
import { ExpertsController } from './http/experts.controller.ts';
import { MeritRoundsController } from './http/merit-rounds.controller.ts';
import { OfficialDocumentsController } from './http/official-documents.controller.ts';
import { ReviewConductController } from './http/review-conduct.controller.ts';
import { ReviewLookups } from './http/review-lookups.ts';
import { ReviewPanelController } from './http/review-panel.controller.ts';
import { ReviewsController } from './http/reviews.controller.ts';
import { DecisionHandlers } from './messaging/decision.handlers.ts';
import { OrganisationHandlers } from './messaging/organisation.handlers.ts';
import { ReviewHandlers } from './messaging/review.handlers.ts';
import { OtherFacts } from './read-model/case-files.ts';

/** Wiring of the evaluation service. */
@Module({
  controllers: [
    ExpertsController,
    ReviewsController,
    ReviewConductController,
    ReviewPanelController,
    DecisionsController,
    DecisionActsController,
    OfficialDocumentsController,
    MeritRoundsController,
    ReviewHandlers,
    DecisionHandlers,
    OrganisationHandlers,
  ],
  providers: [
    {
      provide: Aggregates,
      useFactory: ({ host }: ServiceRuntime) => new Aggregates(host.packs),
      inject: [ServiceRuntime],
    },
    ReviewLookups,
    {
      provide: OtherFacts,
      useFactory: async (runtime: ServiceRuntime) => new OtherFacts(await runtime.openFacts()),
      inject: [ServiceRuntime],
    },
  ],
})
export class EvaluationModule implements OnApplicationShutdown {
  constructor(private readonly others: OtherFacts) {}

  async onApplicationShutdown(): Promise<void> {
    await this.others.close();
  }
}
