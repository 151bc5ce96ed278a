/** Number of an official document (发文字号), for example 吉发改高技〔2020〕420号. */
export interface DocumentNumber {
  /** Agency code (机关代字), for example 吉发改高技; it names the series. */
  readonly agencyCode: string;
  /** Full year. */
  readonly year: number;
  /** From 1; series are shared with other business, so gaps are normal. */
  readonly serial: number;
}

/** What is wrong with a document number, each once at most. */
export type DocumentNumberFault =
  | 'empty'
  | 'other-form'
  | 'agency-code-missing'
  | 'agency-code-characters'
  | 'brackets'
  | 'year'
  | 'ordinal-prefix'
  | 'leading-zero'
  | 'serial'
  | 'suffix'
  | 'blanks'
  | 'full-width-digits';

/** A number read, or why it is none, with the number as it should be where that is beyond doubt. */
export type ParsedDocumentNumber =
  | { readonly ok: true; readonly number: DocumentNumber }
  | { readonly ok: false; readonly faults: readonly DocumentNumberFault[]; readonly suggestion?: string };

/** Texts of every fault, for messages. */
export const documentNumberFaults: Readonly<
  Record<DocumentNumberFault, { readonly zh: string; readonly en: string }>
> = {
  empty: { zh: '未填写发文字号', en: 'The document number is empty' },
  'other-form': {
    zh: '不是“机关代字〔年份〕序号”形式的发文字号（令、公告另有编号）',
    en: 'Not a number of the form agency code〔year〕serial (orders and announcements are numbered otherwise)',
  },
  'agency-code-missing': { zh: '缺少机关代字', en: 'The agency code is missing' },
  'agency-code-characters': {
    zh: '机关代字只能由汉字组成',
    en: 'The agency code consists of Chinese characters only',
  },
  brackets: { zh: '年份应使用六角括号〔〕', en: 'The year stands in the brackets 〔〕' },
  year: { zh: '年份应写全称，如2020', en: 'The year is written in full, for example 2020' },
  'ordinal-prefix': { zh: '序号前不加“第”', en: 'No 第 stands before the serial' },
  'leading-zero': { zh: '序号不编虚位，如1不编为001', en: 'The serial has no leading zeros' },
  serial: { zh: '序号应为正整数', en: 'The serial is a positive integer' },
  suffix: { zh: '序号后应加“号”', en: 'The serial is followed by 号' },
  blanks: { zh: '发文字号中不应有空格', en: 'The number holds no blanks' },
  'full-width-digits': { zh: '数字应使用半角阿拉伯数字', en: 'Digits are half-width' },
};

const agencyCode = /^[\p{Script=Han}]{2,20}$/u;
const largestSerial = 99_999;

/** Prints a document number by GB/T 9704—2012, 7.2.5. Throws RangeError for a number that cannot be printed. */
export function formatDocumentNumber({ agencyCode: code, year, serial }: DocumentNumber): string {
  const text = `${code}〔${year}〕${serial}号`;
  const parsed = parseDocumentNumber(text);
  if (!parsed.ok) {
    throw new RangeError(`Not a document number: ${text} (${parsed.faults.join(', ')})`);
  }
  return text;
}

/** Reads a document number as printed, or tells everything that is wrong with it. */
export function parseDocumentNumber(text: string): ParsedDocumentNumber {
  const trimmed = text.trim();
  if (trimmed === '') {
    return { ok: false, faults: ['empty'] };
  }
  const plain = trimmed.replaceAll(/\s/g, '');
  const match =
    /^(?<code>[^〔〕[\]()（）［］【】「」『』〖〗<>《》\d０-９第]*)(?<open>[〔[(（［【〖<《])(?<year>[^〔〕[\]()（）［］【】〖〗<>《》]*)(?<close>[〕\])）］】〗>》])(?<prefix>第?)(?<serial>[^号]*)(?<suffix>号?)$/u.exec(
      plain,
    )?.groups;
  if (!match) {
    return { ok: false, faults: ['other-form'] };
  }
  const part = (name: string) => match[name] ?? '';
  const faults = faultsOf(part, trimmed !== plain);
  const number = { agencyCode: part('code'), year: digitsOf(part('year')), serial: digitsOf(part('serial')) };
  if (faults.length === 0) {
    return { ok: true, number };
  }
  const doubtful = faults.some((fault) => doubts.includes(fault));
  return doubtful
    ? { ok: false, faults }
    : { ok: false, faults, suggestion: `${number.agencyCode}〔${number.year}〕${number.serial}号` };
}

/** Faults that leave open which number is meant. */
const doubts: readonly DocumentNumberFault[] = [
  'agency-code-missing',
  'agency-code-characters',
  'year',
  'serial',
];

function faultsOf(part: (name: string) => string, hasBlanks: boolean): DocumentNumberFault[] {
  const serial = digitsOf(part('serial'));
  const year = digitsOf(part('year'));
  const checks: readonly (readonly [DocumentNumberFault, boolean])[] = [
    ['agency-code-missing', part('code') === ''],
    ['agency-code-characters', part('code') !== '' && !agencyCode.test(part('code'))],
    ['brackets', part('open') !== '〔' || part('close') !== '〕'],
    ['year', !(year >= 1949 && year <= 9999)],
    ['ordinal-prefix', part('prefix') !== ''],
    ['leading-zero', /^[0０]/.test(part('serial')) && serial > 0],
    ['serial', !(serial >= 1 && serial <= largestSerial)],
    ['suffix', part('suffix') === ''],
    ['blanks', hasBlanks],
    ['full-width-digits', /[０-９]/.test(part('year') + part('serial'))],
  ];
  return checks.filter(([, wrong]) => wrong).map(([fault]) => fault);
}

/** Value of a run of digits, half- or full-width; NaN for anything else. */
function digitsOf(text: string): number {
  const plain = text.normalize('NFKC');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN;
}
