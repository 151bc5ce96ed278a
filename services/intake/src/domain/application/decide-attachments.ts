import { accept, type DecisionResult } from '@iic/event-sourcing';
import type { PolicyPack } from '@iic/policy';
import { deny } from '../problems.ts';
import type { CommandOf } from './commands.ts';
import type { ApplicationEvent } from './events.ts';
import { manifestKinds } from './rules.ts';
import type { CaseFacts } from './state.ts';

/** Files of the kinds inside the manifest; the commitment is signed, not uploaded here. */
export function decideAttachments(
  command: CommandOf<'AddAttachment'> | CommandOf<'RemoveAttachment'>,
  { content }: CaseFacts,
  pack: PolicyPack,
): DecisionResult<ApplicationEvent> {
  const { kind, hash } = command.type === 'AddAttachment' ? command.attachment : command;
  const known = content.attachments.some((file) => file.kind === kind && file.hash === hash);
  if (command.type === 'RemoveAttachment') {
    return known
      ? accept<ApplicationEvent>({ type: 'AttachmentRemoved', data: { kind, hash } })
      : deny('attachment-unknown', { params: { kind, hash } });
  }
  const kinds = manifestKinds(pack);
  if (!kinds.includes(kind)) {
    return deny('attachment-kind-unknown', { params: { kind, allowed: kinds.join(', ') } });
  }
  if (known) return deny('attachment-repeated', { params: { kind, hash } });
  return accept<ApplicationEvent>({
    type: 'AttachmentAdded',
    data: { attachment: command.attachment },
    evidence: [hash],
    ...(command.fileName === undefined ? {} : { personal: command.fileName }),
  });
}
