import type { DecisionPrint } from '@iic/documents';
import { dayOf, findOutcome, getDecisionKind, type PolicyPack } from '@iic/policy';
import { Problem } from '@iic/service-kit';
import type { AfterTaking } from '../domain/decision/state.ts';
import type { DocumentState } from '../domain/official-document/official-document.ts';

/** Names the print needs besides the decision. */
export interface PrintContext {
  readonly pack: PolicyPack;
  readonly centerName: string;
  readonly leadUnitName: string;
  readonly competentUnitName: string;
  /** The official document that carries the decision, if one was issued. */
  readonly document: DocumentState | undefined;
}

/** A decision that was taken, as an official document (GB/T 9704). Throws the problem `decision-not-numbered`. */
export function decisionPrint(id: string, state: AfterTaking, context: PrintContext): DecisionPrint {
  const { pack, centerName, leadUnitName, competentUnitName, document } = context;
  const { taken, number } = state;
  if (number === null) throw new Problem('decision-not-numbered', { params: { decisionId: id } });
  const kind = getDecisionKind(pack, taken.kind);
  const issued = document?.status === 'issued' ? document.document : undefined;
  const { rectificationMonths, newDueAt, effectiveDate, requirements } = taken.conditions;
  return {
    issuer: { name: pack.agency.name.zh },
    number:
      issued === undefined
        ? { kind: 'serial', text: number.number }
        : { kind: 'external', text: issued.number },
    kind: { code: taken.kind, title: kind.title },
    outcome: {
      code: taken.outcome,
      title: findOutcome(kind, taken.outcome)?.title ?? { zh: taken.outcome, en: taken.outcome },
    },
    ...(issued === undefined ? {} : { title: issued.title }),
    addressees: [leadUnitName],
    centerName,
    leadUnitName,
    regulation: { title: pack.regulation.title.zh, number: pack.regulation.documentNumber },
    articles: [taken.article],
    reasons: taken.reasons,
    conditions: {
      ...(rectificationMonths === undefined ? {} : { rectificationMonths }),
      ...(newDueAt === undefined ? {} : { newDueDate: dayOf(newDueAt) }),
      ...(effectiveDate === undefined ? {} : { effectiveDate }),
      ...(requirements === undefined ? {} : { requirements }),
    },
    date: issued?.issuedOn ?? taken.effectiveDate,
    copies: [competentUnitName],
    record: {
      decisionId: id,
      caseId: taken.caseId,
      serial: number.number,
      subjectVersion: taken.subjectVersion,
      subjectHash: taken.subjectHash,
      ...(taken.opinionHash === null ? {} : { opinionHash: taken.opinionHash }),
      policyId: taken.policyId,
      policyHash: taken.policyHash,
    },
  };
}
