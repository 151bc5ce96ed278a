import type { ExpertCommand } from './commands.ts';
import type { ExpertStatus } from './state.ts';

export type ExpertAction = ExpertCommand['type'];

/** What may be done in each status. */
export const expertActions = {
  unknown: ['RegisterExpert'],
  available: ['ReviseExpert', 'SuspendExpert'],
  suspended: ['ReviseExpert', 'ReinstateExpert'],
} as const satisfies Record<ExpertStatus, readonly ExpertAction[]>;

/** Roles that may do it; an expert may revise its own particulars. */
export const expertActors = {
  RegisterExpert: ['pdrc-handler'],
  ReviseExpert: ['pdrc-handler', 'expert', 'panel-administrator'],
  SuspendExpert: ['pdrc-handler'],
  ReinstateExpert: ['pdrc-handler'],
} as const satisfies Record<ExpertAction, readonly string[]>;
