import fc from 'fast-check';
import { documentNumberFaults, formatDocumentNumber, parseDocumentNumber } from './document-number.ts';

const guideline = { agencyCode: '吉发改高技', year: 2020, serial: 420 };

describe('document numbers', () => {
  it('are printed and read', () => {
    expect(formatDocumentNumber(guideline)).toBe('吉发改高技〔2020〕420号');
    expect(parseDocumentNumber('吉发改高技〔2020〕420号')).toEqual({ ok: true, number: guideline });
    expect(parseDocumentNumber('  发改高技规〔2018〕68号 ')).toMatchObject({ ok: true });
  });

  it('survive printing and reading', () => {
    const han = fc.constantFrom(...'吉发改高技办规环资农经');
    fc.assert(
      fc.property(
        fc.array(han, { minLength: 2, maxLength: 20 }),
        fc.integer({ min: 1949, max: 9999 }),
        fc.integer({ min: 1, max: 99_999 }),
        (code, year, serial) => {
          const number = { agencyCode: code.join(''), year, serial };
          expect(parseDocumentNumber(formatDocumentNumber(number))).toEqual({ ok: true, number });
        },
      ),
    );
  });

  it.each([
    ['吉发改高技[2020]420号', ['brackets']],
    ['吉发改高技（2020）420号', ['brackets']],
    ['吉发改高技【2020】420号', ['brackets']],
    ['吉发改高技〔2020〕第420号', ['ordinal-prefix']],
    ['吉发改高技〔2020〕0420号', ['leading-zero']],
    ['吉发改高技〔2020〕420', ['suffix']],
    ['吉发改高技 〔2020〕 420号', ['blanks']],
    ['吉发改高技〔２０２０〕４２０号', ['full-width-digits']],
    ['吉发改高技 [2020] 第0420', ['brackets', 'ordinal-prefix', 'leading-zero', 'suffix', 'blanks']],
  ])('in the form %s are mended', (text, faults) => {
    expect(parseDocumentNumber(text)).toEqual({ ok: false, faults, suggestion: '吉发改高技〔2020〕420号' });
  });

  it.each([
    ['', ['empty']],
    ['   ', ['empty']],
    ['第34号令', ['other-form']],
    ['公告2016年第4号', ['other-form']],
    ['〔2020〕420号', ['agency-code-missing']],
    ['JFG〔2020〕420号', ['agency-code-characters']],
    ['吉发改高技〔20〕420号', ['year']],
    ['吉发改高技〔2020年〕420号', ['year']],
    ['吉发改高技〔2020〕零号', ['serial']],
    ['吉发改高技〔2020〕0号', ['serial']],
    ['吉发改高技〔2020〕-1号', ['serial']],
    ['吉发改高技〔2020〕100000号', ['serial']],
    ['吉发改高技〔2020〕号', ['serial']],
    ['吉发改高技〔2020〕420号420号', ['other-form']],
  ])('in the form %s are refused without a guess', (text, faults) => {
    expect(parseDocumentNumber(text)).toEqual({ ok: false, faults });
  });

  it('that cannot be printed are broken input', () => {
    expect(() => formatDocumentNumber({ ...guideline, serial: 0 })).toThrow(RangeError);
    expect(() => formatDocumentNumber({ ...guideline, serial: 1.5 })).toThrow(RangeError);
    expect(() => formatDocumentNumber({ ...guideline, year: 20 })).toThrow(RangeError);
    expect(() => formatDocumentNumber({ ...guideline, agencyCode: 'X' })).toThrow(RangeError);
  });

  it('have a text in both languages for every fault', () => {
    for (const text of Object.values(documentNumberFaults)) {
      expect(text.zh.length).toBeGreaterThan(3);
      expect(text.en.length).toBeGreaterThan(3);
    }
  });
});
