import { DocumentProblem, fillIn, isDocumentProblem } from './document-problem.ts';
import { notice } from './import/notices.ts';
import { documentProblems } from './problems.ts';

describe('document problems', () => {
  it('say what to do in both languages, with the same placeholders', () => {
    for (const { kind, zh, en } of Object.values(documentProblems)) {
      const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted();
      expect(kind).toBe('invalid');
      expect(placeholders(zh)).toEqual(placeholders(en));
    }
  });

  it('are known by their code, also from another copy of the class', () => {
    expect(isDocumentProblem(new DocumentProblem('docx-damaged', { part: 'a' }))).toBe(true);
    expect(isDocumentProblem(Object.assign(new Error('x'), { code: 'docx-macros' }))).toBe(true);
    for (const other of [new Error('x'), { code: 'ENOENT' }, { code: 1 }, 'docx-damaged', null, undefined]) {
      expect(isDocumentProblem(other)).toBe(false);
    }
  });

  it('name their params in the message', () => {
    expect(new DocumentProblem('docx-damaged', { part: 'word/document.xml' }).message).toContain(
      'word/document.xml',
    );
    expect(fillIn('{a} and {b} and {toString}', { a: 1 })).toBe('1 and {b} and {toString}');
    expect(notice('comments-left-out', { count: 3 })).toMatchObject({ zh: '文档有 3 条批注，未导入。' });
  });
});
