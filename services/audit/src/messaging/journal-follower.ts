import { createHash } from 'node:crypto';
import { leafHash } from '@iic/ledger';
import {
  done,
  type HandlerResult,
  type JournalRecord,
  journalPattern,
  PermanentFailure,
} from '@iic/messaging';
import { CommandExecutor } from '@iic/service-kit';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { checkRecord } from '../domain/check-record.ts';
import { type Incident, incidentDecider } from '../domain/incident.ts';
import { JournalArchive } from '../read-model/journal-archive.ts';

/** Takes the journals of all services record by record, and refuses what does not follow. */
@Controller()
export class JournalFollower {
  constructor(
    private readonly archive: JournalArchive,
    private readonly commands: CommandExecutor,
  ) {}

  @EventPattern(journalPattern)
  async take(@Payload() record: JournalRecord): Promise<HandlerResult> {
    const { source, seq, bytes, leaf, envelope } = record;
    const { stream, revision } = envelope;
    const verdict = checkRecord(
      { source, seq, stream, revision, claimedLeaf: hex(leaf), recomputedLeaf: hex(leafHash(bytes)) },
      this.archive.known(source, seq, stream),
    );
    if ('incident' in verdict) {
      await this.#record(verdict.incident, envelope.actor.jurisdiction);
      throw new PermanentFailure(`${verdict.incident.kind} in the journal of ${source} at seq ${seq}.`);
    }
    if (verdict.verdict === 'take') this.archive.take({ source, seq, bytes, leaf }, envelope);
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
