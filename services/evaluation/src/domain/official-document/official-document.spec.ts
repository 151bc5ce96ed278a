import { deciderSpec } from '@iic/event-sourcing/testing';
import { handler, leadUnit } from '../testing/people.ts';
import { play } from '../testing/play.ts';
import { sha256 } from '../testing/sample-rules.ts';
import {
  documentId,
  type IssueDocument,
  officialDocumentAggregate,
  printedDocumentNumber,
} from './official-document.ts';

const { decider } = officialDocumentAggregate;
const spec = deciderSpec(decider);
const number = { agencyCode: '吉样发改', year: 2026, serial: 420 };
const issue: IssueDocument = {
  type: 'IssueDocument',
  ...number,
  documentId: documentId(number, sha256),
  form: 'reply',
  title: '关于组建吉林省样例产业创新中心的批复',
  issuedOn: '2026-05-27',
  addressee: 'org-unit',
  decisions: [
    { decisionId: 'decision-1', taken: true },
    { decisionId: 'decision-2', taken: true },
  ],
  contentHash: sha256('document'),
};
const issued = play(decider, [], [issue, handler]);
const withdraw = { type: 'WithdrawDocument', reason: '文号有误' } as const;

describe('issuing an official document', () => {
  it('carries many decisions under one external number', () => {
    spec
      .given()
      .when(issue, { actor: handler })
      .records({
        type: 'OfficialDocumentIssued',
        data: {
          documentId: issue.documentId,
          form: 'reply',
          agencyCode: '吉样发改',
          year: 2026,
          serial: 420,
          number: '吉样发改〔2026〕420号',
          title: '关于组建吉林省样例产业创新中心的批复',
          issuedOn: '2026-05-27',
          addressee: 'org-unit',
          decisions: ['decision-1', 'decision-2'],
          contentHash: sha256('document'),
        },
        evidence: [sha256('document')],
      });
  });

  it('may have no stored file', () => {
    const { result } = spec.given().when({ ...issue, contentHash: null }, { actor: handler });
    expect(result).toMatchObject({ accepted: [{ data: { contentHash: null } }] });
    expect(result).not.toHaveProperty('accepted.0.evidence');
  });

  it('uses a number once, even after a withdrawal', () => {
    spec
      .given(...issued)
      .when(issue, { actor: handler })
      .refuses('document-number-taken');
    const gone = play(decider, issued, [withdraw, handler]);
    spec
      .given(...gone)
      .when(issue, { actor: handler })
      .refuses('document-number-taken');
  });

  it.each<[string, Partial<IssueDocument>, string]>([
    ['an unknown form', { form: 'letter' }, 'document-form-unknown'],
    ['no agency code', { agencyCode: ' ' }, 'document-number-invalid'],
    ['a year of two digits', { year: 26 }, 'document-number-invalid'],
    ['serial 0', { serial: 0 }, 'document-number-invalid'],
    ['half a serial', { serial: 1.5 }, 'document-number-invalid'],
    ['no date', { issuedOn: '2026-02-30' }, 'document-date-invalid'],
    ['a date of another year', { issuedOn: '2025-12-31' }, 'document-date-invalid'],
    ['no decision', { decisions: [] }, 'document-empty'],
    [
      'a decision twice',
      {
        decisions: [
          { decisionId: 'decision-1', taken: true },
          { decisionId: 'decision-1', taken: true },
        ],
      },
      'document-repeats',
    ],
    [
      'a decision not taken',
      { decisions: [{ decisionId: 'decision-1', taken: false }] },
      'decision-not-taken',
    ],
  ])('refuses %s', (_name, change, code) => {
    spec
      .given()
      .when({ ...issue, ...change }, { actor: handler })
      .refuses(code);
  });

  it('is a handler’s', () => {
    spec.given().when(issue, { actor: leadUnit }).refuses('role-may-not');
  });
});

describe('withdrawing a document', () => {
  it('is recorded with its reason, once', () => {
    spec
      .given(...issued)
      .when(withdraw, { actor: handler })
      .records({
        type: 'OfficialDocumentWithdrawn',
        data: {
          documentId: issue.documentId,
          decisions: ['decision-1', 'decision-2'],
          reason: '文号有误',
        },
      });
    const gone = play(decider, issued, [withdraw, handler]);
    spec
      .given(...gone)
      .when(withdraw, { actor: handler })
      .refuses('document-withdrawn-already');
    spec.given().when(withdraw, { actor: handler }).refuses('document-unknown');
  });
});

describe('a document number', () => {
  it('is one identity however it is typed', () => {
    expect(documentId({ ...number, agencyCode: ' 吉样 发改 ' }, sha256)).toBe(issue.documentId);
    expect(documentId({ ...number, serial: 421 }, sha256)).not.toBe(issue.documentId);
    expect(documentId({ ...number, agencyCode: '吉样发改办' }, sha256)).not.toBe(issue.documentId);
  });

  it('prints the full year and no leading zeros', () => {
    expect(printedDocumentNumber({ ...number, serial: 7 })).toBe('吉样发改〔2026〕7号');
  });
});
