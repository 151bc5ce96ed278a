import { createHash } from 'node:crypto';
import { type CopyWatch, KeyShredded, SourceDamaged, StoresDiffer } from '@iic/event-sourcing';
import { AttachmentProblem } from './attachment-problem.ts';
import type { AttachmentName } from './attachment-store.ts';
import type { CopyableAttachments } from './copyable-attachments.ts';

/** What the target has of the source. */
export interface AttachmentsVerified {
  /** Files of the source, all of which the target has. */
  readonly total: number;
  /** Those of them that nobody can open any more, because the key of their case is destroyed. */
  readonly shredded: number;
}

export interface AttachmentsCopied extends AttachmentsVerified {
  /** Files that were missing in the target and are there now. */
  readonly copied: number;
}

/**
 * Gives the target the source's files under the same names, sealed as they are; what it has already is not written again.
 * A file's name is the SHA-256 of its content: each is opened in the source before the target has it, and each of the
 * target at the end. Files of a case whose key is destroyed are compared as they lie. Nobody may write to either store
 * meanwhile; run it again to go on after an interruption.
 *
 * Throws {@link SourceDamaged} at a file of the source that does not open to its name, {@link StoresDiffer} at one of the
 * target, and `CaseKeyMissing` where the stores were given the wrong keys.
 */
export async function copyAttachments(
  source: CopyableAttachments,
  target: CopyableAttachments,
  watch: CopyWatch = {},
): Promise<AttachmentsCopied> {
  const names = await namesOf(source);
  let copied = 0;
  for (const [index, name] of names.entries()) {
    watch.signal?.throwIfAborted();
    if (!(await target.exists(name))) {
      if ((await stateOf(source, name)) === 'damaged') throw damaged(name);
      await target.putSealed(name, source.readSealed(name));
      copied += 1;
    }
    watch.onProgress?.({ phase: 'copy', done: index + 1, total: names.length });
  }
  return { copied, ...(await verifyNames(names, source, target, watch)) };
}

/** Opens every file of the target that the source has. Throws like {@link copyAttachments}. */
export async function verifyAttachments(
  source: CopyableAttachments,
  target: CopyableAttachments,
  watch: CopyWatch = {},
): Promise<AttachmentsVerified> {
  return verifyNames(await namesOf(source), source, target, watch);
}

async function verifyNames(
  names: readonly AttachmentName[],
  source: CopyableAttachments,
  target: CopyableAttachments,
  { onProgress, signal }: CopyWatch,
): Promise<AttachmentsVerified> {
  let shredded = 0;
  for (const [index, name] of names.entries()) {
    signal?.throwIfAborted();
    if (!(await target.exists(name))) throw new StoresDiffer(`The target has no ${told(name)}.`);
    const state = await stateOf(target, name);
    if (state === 'shredded') shredded += 1;
    const isSame =
      state === 'sound' ||
      (state === 'shredded' && (await sealedHash(source, name)) === (await sealedHash(target, name)));
    if (!isSame) {
      if ((await stateOf(source, name)) === 'damaged') throw damaged(name);
      throw new StoresDiffer(
        `The target has something else as ${told(name)}. Remove it there and run this again.`,
      );
    }
    onProgress?.({ phase: 'verify', done: index + 1, total: names.length });
  }
  return { total: names.length, shredded };
}

async function namesOf(store: CopyableAttachments): Promise<readonly AttachmentName[]> {
  const names: AttachmentName[] = [];
  for await (const name of store.names()) names.push(name);
  return names;
}

/** Whether a file opens to the content it is named by, or nobody can tell any more. */
async function stateOf(
  store: CopyableAttachments,
  name: AttachmentName,
): Promise<'sound' | 'damaged' | 'shredded'> {
  try {
    for await (const _piece of await store.open(name));
    return 'sound';
  } catch (error) {
    if (error instanceof KeyShredded) return 'shredded';
    if (error instanceof AttachmentProblem && error.code === 'attachment-damaged') return 'damaged';
    throw error;
  }
}

async function sealedHash(store: CopyableAttachments, name: AttachmentName): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of store.readSealed(name)) hash.update(piece);
  return hash.digest('hex');
}

function damaged(name: AttachmentName): SourceDamaged {
  return new SourceDamaged(
    `The source's ${told(name)} does not open to what it is named by: it was altered, or the keys are not its own. Restore it from a backup.`,
  );
}

function told({ caseId, sha256 }: AttachmentName): string {
  return `file ${sha256} of case ${caseId}`;
}
