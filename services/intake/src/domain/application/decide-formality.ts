import type { ApplicationAccepted, ApplicationFiled } from '@iic/contracts';
import { accept, type DecisionResult } from '@iic/event-sourcing';
import { citing } from './citation.ts';
import type { CommandOf } from './commands.ts';
import { completeManifest, totalFen } from './complete-manifest.ts';
import type { ApplicationEvent } from './events.ts';
import { dueOf } from './rules.ts';
import { type ApplicationCase, currentVersion } from './state.ts';
import type { StepContext } from './step-context.ts';

type FormalityCommand =
  | CommandOf<'FileApplication'>
  | CommandOf<'AcceptApplication'>
  | CommandOf<'ReturnAtFormalityCheck'>
  | CommandOf<'RefuseApplication'>;

/** Filing with the PDRC and its formality check. */
export function decideFormality(
  command: FormalityCommand,
  state: ApplicationCase,
  context: StepContext,
): DecisionResult<ApplicationEvent> {
  const { version } = currentVersion(state);
  switch (command.type) {
    case 'FileApplication':
      return accept<ApplicationEvent>(filed(state, context));
    case 'AcceptApplication':
      return accept<ApplicationEvent>(accepted(state));
    case 'ReturnAtFormalityCheck':
      return accept<ApplicationEvent>({
        type: 'ApplicationReturnedAtFormalityCheck',
        data: {
          version,
          points: [...command.points],
          dueAt: dueOf(context.pack, 'supplementPeriod', context.now),
        },
        ...citing(state, 'interpretation of Art. 15'),
      });
    case 'RefuseApplication': {
      const { reasons, ground } = command;
      return accept<ApplicationEvent>({
        type: 'ApplicationRefused',
        data: { caseId: state.caseId, version, reasons, ground },
        ...citing(state, ground),
      });
    }
    default:
      return command satisfies never;
  }
}

function filed(state: ApplicationCase, { pack, now }: StepContext): ApplicationFiled {
  const { version, manifestHash } = currentVersion(state);
  return {
    type: 'ApplicationFiled',
    data: {
      version,
      manifestHash,
      opinion: state.status === 'passed' ? state.opinion : '',
      transmittalNumber: state.transmittal?.documentNumber ?? null,
      dueAt: dueOf(pack, 'formalityCheckPeriod', now),
    },
    ...citing(state, 'Art. 15'),
    evidence: [manifestHash],
  };
}

function accepted(state: ApplicationCase): ApplicationAccepted {
  const { caseId, competentUnit, province, policy } = state;
  const { version, manifestHash, manifest, duplicates } = currentVersion(state);
  const { field, name, members, investment, leadUnit } = completeManifest(manifest);
  return {
    type: 'ApplicationAccepted',
    data: {
      caseId,
      version,
      manifestHash,
      leadUnit: leadUnit.organisation,
      competentUnit,
      province,
      members: members.map(({ organisation }) => organisation),
      field,
      proposedName: name.zh,
      englishName: name.en,
      policyId: policy.id,
      policyHash: policy.hash,
      investmentTotalFen: totalFen(investment),
      duplicates: [...duplicates],
    },
    ...citing(state, 'interpretation of Art. 15'),
    evidence: [manifestHash],
  };
}
