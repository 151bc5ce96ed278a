import { type CommandCall, CommandExecutor, type CommandReply, ServiceRuntime } from '@iic/service-kit';
import { Injectable } from '@nestjs/common';
import { Applications, sha256 } from '../aggregates.ts';
import type { Submission, SubmissionLookups } from '../domain/application/commands.ts';
import type { ApplicationCase } from '../domain/application/state.ts';
import { NameReservations } from '../name-reservations.ts';
import { Duplicates } from '../read-model/duplicates.ts';
import { OrganisationRegister } from '../read-model/organisation-register.ts';

type Commitment = Submission['commitment'];

/** Looks up what a submission depends on, reserves the name, and submits. */
@Injectable()
export class Submissions {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly commands: CommandExecutor,
    private readonly applications: Applications,
    private readonly register: OrganisationRegister,
    private readonly duplicates: Duplicates,
    private readonly names: NameReservations,
  ) {}

  /** What the rules look at besides the application itself. */
  async lookUp(state: ApplicationCase): Promise<Omit<SubmissionLookups, 'nameReserved'>> {
    const { organisation } = state.leadUnit;
    const [leadUnit, ancestry, memberAncestry, duplicates] = await Promise.all([
      this.register.findLeadUnit(organisation),
      this.register.ancestry(organisation),
      this.#ancestryOf(state.content.members),
      this.duplicates.find(state),
    ]);
    return { leadUnit: leadUnit ?? state.leadUnit, ancestry, memberAncestry, duplicates };
  }

  /**
   * Submits a case that waits for its lead unit. The name is reserved only when nothing else bars the
   * submission; one that is reserved and then not used stays with the case and is released with it.
   */
  async submit(id: string, commitment: Commitment, call: CommandCall): Promise<CommandReply> {
    const { state } = await this.commands.load(this.applications, id, call);
    const type =
      state.status === 'in-revision' ? ('SubmitRevision' as const) : ('SubmitApplication' as const);
    const given = commitment === undefined ? {} : { commitment };
    if (state.status === 'none') throw new TypeError(`Case ${id} was loaded but does not exist.`);
    const lookups = { ...(await this.lookUp(state)), nameReserved: true };
    const trial = this.applications.decider.decide({ type, lookups, ...given }, state, {
      now: this.runtime.host.clock.now(),
      actor: call.caller,
    });
    const nameReserved = 'accepted' in trial && (await this.#reserveName(state, call));
    const command = { type, lookups: { ...lookups, nameReserved }, ...given };
    return this.commands.run(this.applications, id, command, call);
  }

  async #ancestryOf(members: ApplicationCase['content']['members']) {
    const each = members.map(
      async ({ organisation }) => [organisation, await this.register.ancestry(organisation)] as const,
    );
    return Object.fromEntries(await Promise.all(each));
  }

  async #reserveName({ caseId, content, province }: ApplicationCase, call: CommandCall): Promise<boolean> {
    const name = content.name?.zh;
    if (name === undefined) return false;
    return this.names.reserve(name, caseId, {
      commandId: sha256(`reserve-name\0${call.commandId}\0${name}`),
      correlation: caseId,
      jurisdiction: province,
    });
  }
}
