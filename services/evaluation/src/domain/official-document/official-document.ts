import type { OfficialDocumentIssued, OfficialDocumentWithdrawn } from '@iic/contracts';
import {
  type Aggregate,
  accept,
  type DecisionContext,
  type DecisionResult,
  type EventMeta,
} from '@iic/event-sourcing';
import { isCalendarDate } from '../calendar.ts';
import { type Denial, deny } from '../problems.ts';
import { provinceOf } from '../province.ts';
import { wrongRole } from '../roles.ts';
import type { Sha256 } from '../sha256.ts';

type DocumentEvent = OfficialDocumentIssued | OfficialDocumentWithdrawn;
type Result = DecisionResult<DocumentEvent>;

/** Forms of official document: 批复, 通知, 公告, 公示. */
export const documentForms = ['reply', 'notice', 'announcement', 'public-notice'] as const;

/** The parts of an external number (文号); series are shared with other business, so they have gaps. */
export interface DocumentNumber {
  /** 机关代字, for example `吉发改高技`: the series. */
  readonly agencyCode: string;
  readonly year: number;
  readonly serial: number;
}

/** Records a document the agency has issued. */
export interface IssueDocument extends DocumentNumber {
  readonly type: 'IssueDocument';
  /** {@link documentId} of its number. */
  readonly documentId: string;
  readonly form: string;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly addressee: string | null;
  /** Looked up: the decisions it carries, and whether each has been taken. */
  readonly decisions: readonly { readonly decisionId: string; readonly taken: boolean }[];
  readonly contentHash: string | null;
}

/** Calls a document back; its number is not used again. */
export interface WithdrawDocument {
  readonly type: 'WithdrawDocument';
  readonly reason: string;
}

export type DocumentCommand = IssueDocument | WithdrawDocument;

export type DocumentState =
  | { readonly status: 'none' }
  | {
      readonly status: 'issued' | 'withdrawn';
      /** Province whose authority issued it. */
      readonly province: string;
      readonly document: OfficialDocumentIssued['data'];
    };

/** What may be done in each status. */
export const documentActions = {
  none: ['IssueDocument'],
  issued: ['WithdrawDocument'],
  withdrawn: [],
} as const satisfies Record<DocumentState['status'], readonly DocumentCommand['type'][]>;

/** An official document; streams `document-<id>`, the id derived from its number, so a number is used once. */
export const officialDocumentAggregate: Aggregate<DocumentState, DocumentCommand, DocumentEvent> = {
  category: 'document',
  decider: { initialState: { status: 'none' }, decide, evolve },
};

/** Hex SHA-256 over the lines agency code (NFKC, without spaces), year, serial: one stream per number. */
export function documentId({ agencyCode, year, serial }: DocumentNumber, sha256: Sha256): string {
  return sha256([plainCode(agencyCode), year, serial].join('\n'));
}

/** The number as printed, GB/T 9704: full year in hexagonal brackets, serial without leading zeros. */
export function printedDocumentNumber({ agencyCode, year, serial }: DocumentNumber): string {
  return `${plainCode(agencyCode)}〔${year}〕${serial}号`;
}

function plainCode(agencyCode: string): string {
  return agencyCode.normalize('NFKC').replaceAll(/\s/g, '');
}

function decide(command: DocumentCommand, state: DocumentState, { actor }: DecisionContext): Result {
  const denial = wrongRole(actor, ['pdrc-handler']);
  if (denial !== undefined) return denial;
  if (command.type === 'IssueDocument') return issue(command, state);
  if (state.status === 'none') return deny('document-unknown');
  if (state.status === 'withdrawn') return deny('document-withdrawn-already');
  const { documentId: id, decisions } = state.document;
  return accept<DocumentEvent>({
    type: 'OfficialDocumentWithdrawn',
    data: { documentId: id, decisions, reason: command.reason },
  });
}

function issue(command: IssueDocument, state: DocumentState): Result {
  const { type: _, documentId: id, form, title, issuedOn, addressee, decisions, contentHash } = command;
  const number = printedDocumentNumber(command);
  if (state.status !== 'none') return deny('document-number-taken', { params: { number } });
  const { year, serial } = command;
  return (
    wrongForm(command) ??
    wrongDecisions(decisions) ??
    accept<DocumentEvent>({
      type: 'OfficialDocumentIssued',
      data: {
        documentId: id,
        form,
        agencyCode: plainCode(command.agencyCode),
        year,
        serial,
        number,
        title,
        issuedOn,
        addressee,
        decisions: decisions.map(({ decisionId }) => decisionId),
        contentHash,
      },
      ...(contentHash === null ? {} : { evidence: [contentHash] }),
    })
  );
}

function wrongForm({ form, agencyCode, year, serial, issuedOn }: IssueDocument): Denial | undefined {
  const allowed: readonly string[] = documentForms;
  if (!allowed.includes(form))
    return deny('document-form-unknown', { params: { form, allowed: allowed.join(', ') } });
  const whole = Number.isInteger(year) && Number.isInteger(serial);
  if (plainCode(agencyCode) === '' || !whole || year < 1949 || year > 9999 || serial < 1)
    return deny('document-number-invalid');
  return isCalendarDate(issuedOn) && Number(issuedOn.slice(0, 4)) === year
    ? undefined
    : deny('document-date-invalid', { params: { date: issuedOn } });
}

function wrongDecisions(decisions: IssueDocument['decisions']): Denial | undefined {
  if (decisions.length === 0) return deny('document-empty');
  const ids = decisions.map(({ decisionId }) => decisionId);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) return deny('document-repeats', { params: { decisionId: repeated } });
  const open = decisions.find(({ taken }) => !taken);
  return open === undefined
    ? undefined
    : deny('decision-not-taken', { params: { decisionId: open.decisionId } });
}

function evolve(state: DocumentState, event: DocumentEvent, { actor }: EventMeta): DocumentState {
  if (event.type === 'OfficialDocumentIssued')
    return { status: 'issued', province: provinceOf(actor), document: event.data };
  if (state.status === 'none') throw new TypeError('A document was withdrawn before it was issued.');
  return { ...state, status: 'withdrawn' };
}
