import type { ProblemCatalogue } from '@iic/event-sourcing';

export const documentProblems = {
  'document-number-taken': {
    kind: 'conflict',
    zh: '文号“{number}”已经使用。请核对公文后填写正确的文号。',
    en: 'The document number “{number}” is taken. Check the document and give its own number.',
  },
  'document-unknown': {
    kind: 'not-found',
    zh: '没有该公文。请核对文号。',
    en: 'There is no such document. Check its number.',
  },
  'document-form-unknown': {
    kind: 'invalid',
    zh: '没有文种“{form}”。可选：{allowed}。',
    en: 'There is no form of document “{form}”. Choose one of: {allowed}.',
  },
  'document-number-invalid': {
    kind: 'invalid',
    zh: '文号不完整：须有机关代字、四位年份和自 1 起的顺序号。',
    en: 'The document number is incomplete: it has an agency code, a year of four digits and a serial from 1.',
  },
  'document-date-invalid': {
    kind: 'invalid',
    zh: '印发日期“{date}”无效，或与文号年份不符。请按 YYYY-MM-DD 填写。',
    en: 'The date of issue “{date}” is no day of the number’s year. Write it as YYYY-MM-DD.',
  },
  'document-empty': {
    kind: 'invalid',
    zh: '公文至少须载明一项决定。请列出决定。',
    en: 'A document carries at least one decision. List them.',
  },
  'document-repeats': {
    kind: 'invalid',
    zh: '决定 {decisionId} 出现了不止一次。每项决定只列一次。',
    en: 'The decision {decisionId} is listed more than once. List every decision once.',
  },
  'decision-not-taken': {
    kind: 'state',
    zh: '决定 {decisionId} 尚未作出，不能行文。请在作出决定后印发。',
    en: 'The decision {decisionId} has not been taken, so no document can carry it. Issue it afterwards.',
  },
  'document-withdrawn-already': {
    kind: 'state',
    zh: '该公文已撤回，无需再次撤回。',
    en: 'The document is withdrawn already; nothing to do.',
  },
} as const satisfies ProblemCatalogue;
