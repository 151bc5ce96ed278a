import { createHash } from 'node:crypto';
import { leafHash } from '@iic/ledger';
import {
  done,
  type HandlerResult,
  type JournalRecord,
  journalPattern,
  MessageHandlers,
} from '@iic/messaging';
import { CommandExecutor } from '@iic/service-kit';
import { EventPattern, Payload } from '@nestjs/microservices';
import { checkRecord } from '../domain/check-record.ts';
import { type Incident, incidentDecider } from '../domain/incident.ts';
import { JournalArchive } from '../read-model/journal-archive.ts';

/**
 * Takes the journals of all services record by record. What does not follow is an incident: it is archived as
 * disputed and the journal goes on, since an audit that one bad record stops would end there.
 */
@MessageHandlers()
export class JournalFollower {
  constructor(
    private readonly archive: JournalArchive,
    private readonly commands: CommandExecutor,
  ) {}

  @EventPattern(journalPattern)
  async take(@Payload() record: JournalRecord): Promise<HandlerResult> {
    const { source, seq, bytes, leaf, envelope } = record;
    const { stream, revision } = envelope;
    const claimedLeaf = hex(leaf);
    const recomputedLeaf = hex(leafHash(bytes));
    const delivered = { source, seq, stream, revision, claimedLeaf, recomputedLeaf };
    const verdict = checkRecord(delivered, this.archive.known(delivered));
    if ('incident' in verdict) {
      // The event comes first: a crash in between repeats both, and neither twice.
      await this.#record(verdict.incident, envelope.actor.jurisdiction);
      const { kind } = verdict.incident;
      this.archive.dispute({ source, seq, bytes, leaf, recomputedLeaf }, envelope, kind, verdict.missing);
    } else if (verdict.verdict === 'take') this.archive.take({ source, seq, bytes, leaf }, envelope);
    return done();
  }

  async #record(incident: Incident, jurisdiction: string): Promise<void> {
    const id = `${incident.source}-${incident.seq}-${incident.kind}`;
    const commandId = createHash('sha256').update(`incident\0${id}\0${incident.delivered}`).digest('hex');
    await this.commands.issue(
      { category: 'incident', decider: incidentDecider },
      id,
      { type: 'RecordIncident', incident },
      { commandId, jurisdiction },
    );
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
