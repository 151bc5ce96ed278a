import { deciderSpec } from '@iic/event-sourcing/testing';
import {
  annulled,
  approvedOnce,
  decision,
  decisionId,
  opened,
  prepared,
  taken,
  voided,
} from '../testing/decision-histories.ts';
import type { DecisionEvent } from './events.ts';

const spec = deciderSpec(decision);

describe('the serial', () => {
  const serial = {
    type: 'RecordSerial',
    agency: 'SAMPLE',
    year: 2026,
    serial: 7,
    number: 'SAMPLE-2026-0007',
  } as const;
  const numbered: DecisionEvent = {
    type: 'DecisionNumbered',
    data: {
      decisionId,
      caseId: 'case-1',
      agency: 'SAMPLE',
      year: 2026,
      serial: 7,
      number: 'SAMPLE-2026-0007',
    },
  };

  it.each([
    ['taken', taken],
    ['annulled', annulled],
    ['void', voided],
  ])('is recorded on a decision that is %s', (_name, history) => {
    spec
      .given(...history)
      .when(serial)
      .records(numbered);
  });

  it('is recorded once and never changes', () => {
    spec
      .given(...taken, numbered)
      .when(serial)
      .records();
    spec
      .given(...taken, numbered)
      .when({ ...serial, serial: 8, number: 'SAMPLE-2026-0008' })
      .refuses('already-numbered');
  });

  it('comes after the decision', () => {
    for (const history of [opened, approvedOnce])
      spec
        .given(...history)
        .when(serial)
        .refuses('not-yet-taken');
  });
});

describe('official documents', () => {
  const document = {
    type: 'RecordDocument',
    documentId: 'document-1',
    form: 'reply',
    number: '吉样发〔2026〕3号',
    issuedOn: '2026-03-05',
  } as const;
  const { type: _, ...data } = document;
  const documented: DecisionEvent = {
    type: 'DecisionDocumented',
    data: { decisionId, caseId: 'case-1', ...data },
  };

  it('are recorded on the decision they carry, each once', () => {
    spec
      .given(...taken)
      .when(document)
      .records(documented);
    spec
      .given(...taken, documented)
      .when(document)
      .records();
  });

  it('come after the decision', () => {
    spec
      .given(...prepared)
      .when(document)
      .refuses('not-yet-taken');
  });
});
