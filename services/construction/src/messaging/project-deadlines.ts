import { deadlineCommandId, recordedEvent, type StoredEvent } from '@iic/event-sourcing';
import type { DeadlineRules } from '@iic/service-kit';
import { deadlineChanges, isProjectDeadline } from '../domain/project/deadlines.ts';
import type { ProjectEvent } from '../domain/project/events.ts';
import { createConstructionProject } from '../domain/project/project.ts';
import { isProjectEvent } from '../read-model/project-event.ts';

/** Ends of construction and rectification periods, recorded by the service itself when they come. */
export const projectDeadlines: DeadlineRules = {
  changes: ({ envelope }: StoredEvent) =>
    isProjectEvent(envelope)
      ? deadlineChanges(envelope.correlation, recordedEvent<ProjectEvent>(envelope))
      : [],
  async fire(deadline, { commands, handler, host }) {
    const { kind, dueAt, aggregateId } = deadline;
    if (!isProjectDeadline(kind)) throw new Error(`Deadline ${deadline.id} has the unknown kind ${kind}.`);
    const project = createConstructionProject(host.packs);
    const { state } = await handler.load(project, aggregateId);
    if (state.status === 'not-started') return;
    const caused = { commandId: deadlineCommandId(deadline), jurisdiction: state.project.province };
    await commands.issue(project, aggregateId, { type: 'PassDeadline', kind, dueAt }, caused);
  },
};
