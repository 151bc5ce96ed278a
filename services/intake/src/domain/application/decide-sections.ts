import { accept, type DecisionResult } from '@iic/event-sourcing';
import type { PolicyPack } from '@iic/policy';
import { deny } from '../problems.ts';
import type { EditSections } from './commands.ts';
import { decideEdit } from './decide-edit.ts';
import type { ApplicationEvent } from './events.ts';
import { evolveContent, isContentEvent } from './evolve-content.ts';
import type { CaseFacts } from './state.ts';

/** Takes in several edits, each on top of those before it; the first that is refused refuses all. */
export function decideSections(
  { edits }: EditSections,
  facts: CaseFacts,
  pack: PolicyPack,
  today: string,
): DecisionResult<ApplicationEvent> {
  if (edits.length === 0) return deny('nothing-to-edit');
  const events: ApplicationEvent[] = [];
  let current = facts;
  for (const edit of edits) {
    const result = decideEdit(edit, current, pack, today);
    if ('refused' in result) return result;
    events.push(...result.accepted);
    for (const event of result.accepted.filter(isContentEvent)) {
      current = { ...current, ...evolveContent(current, event) };
    }
  }
  return accept<ApplicationEvent>(...events);
}
