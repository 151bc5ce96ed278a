import type { EventContract } from '@iic/contracts';
import type { Actor, EventEnvelope, JsonObject, PolicyReference } from '@iic/event-sourcing';
import { orderTimeline } from '../domain/order-timeline.ts';
import { type TimelineViewer, visibleData } from '../domain/visibility.ts';
import { type ArchivedRecord, type IncidentKind, isTrusted, type JournalArchive } from './journal-archive.ts';

/** One event of a case as a viewer sees it. */
export interface TimelineEntry {
  readonly service: string;
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** Origin of the fact in the guideline. */
  readonly article: string;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: string;
  readonly effectiveAt: string;
  /** For whom the actor spoke; auditors and the PDRC also see the subject id. */
  readonly actor: Partial<Actor>;
  readonly causationId: string | null;
  readonly policy: PolicyReference | null;
  readonly evidence: readonly string[];
  readonly data: JsonObject;
  /** Hex leaf hash the source claims; the bytes hash to it unless `disputed` says otherwise. */
  readonly leaf: string;
  /** The kind of incident where the journal did not hold at this record. */
  readonly disputed: IncidentKind | null;
  /** True when a part of the event is encrypted personal data. */
  readonly personal: boolean;
}

/** Timelines of cases across all services. */
export class Timelines {
  readonly #archive: JournalArchive;
  readonly #contracts: ReadonlyMap<string, EventContract>;

  constructor(archive: JournalArchive, contracts: readonly EventContract[]) {
    this.#archive = archive;
    this.#contracts = new Map(
      contracts.map((contract) => [`${contract.type}@${contract.version}`, contract]),
    );
  }

  /** The events of a case a viewer may see, in order. Cost: O(events of the case). */
  of(caseId: string, viewer: TimelineViewer): readonly TimelineEntry[] {
    const entries = this.#archive.recordsOfCase(caseId).flatMap((record) => this.#entry(record, viewer));
    return orderTimeline(entries);
  }

  #entry(record: ArchivedRecord, viewer: TimelineViewer): readonly TimelineEntry[] {
    if (viewer !== 'auditor' && !isTrusted(record.disputed)) return [];
    const envelope: EventEnvelope = JSON.parse(Buffer.from(record.bytes).toString('utf8'));
    const contract = this.#contracts.get(`${envelope.type}@${envelope.schemaVersion}`);
    const data = visibleData(contract, envelope.data, viewer);
    if (data === undefined) return [];
    return [
      {
        service: record.source,
        seq: record.seq,
        id: envelope.id,
        type: envelope.type,
        title: contract?.title ?? { zh: envelope.type, en: envelope.type },
        article: contract?.article ?? 'platform',
        stream: envelope.stream,
        revision: envelope.revision,
        recordedAt: envelope.recordedAt,
        effectiveAt: envelope.effectiveAt,
        actor: visibleActor(envelope.actor, viewer),
        causationId: envelope.causation?.id ?? null,
        policy: envelope.policy,
        evidence: envelope.evidence,
        data,
        leaf: Buffer.from(record.leaf).toString('hex'),
        disputed: record.disputed,
        personal: envelope.encrypted !== null,
      },
    ];
  }
}

function visibleActor(actor: Actor, viewer: TimelineViewer): Partial<Actor> {
  if (viewer === 'auditor' || viewer === 'pdrc') return actor;
  return { organisation: actor.organisation, role: actor.role };
}
