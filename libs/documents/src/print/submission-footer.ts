import { BorderStyle, Footer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import { fonts, sizes, textWidth } from './page.ts';
import { run } from './paragraphs.ts';
import type { SubmissionPrint } from './submission-model.ts';

/** Foot of every page: which submission the page belongs to, by hash, and its number. */
export function submissionFooter({ manifestHash, caseId, version }: SubmissionPrint): Footer {
  const small = { size: sizes.six };
  return new Footer({
    children: [
      new Paragraph({
        border: { top: { style: BorderStyle.SINGLE, size: 4, space: 4 } },
        children: [
          run('材料清单哈希 Manifest hash (SHA-256)　', small),
          run(manifestHash, { font: fonts.code, size: 14 }),
        ],
      }),
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          run(`案件 Case ${caseId}　版本 Version ${version}`, small),
          run('\t第 ', small),
          pageField(PageNumber.CURRENT),
          run(' 页　共 ', small),
          pageField(PageNumber.TOTAL_PAGES),
          run(' 页', small),
        ],
      }),
    ],
  });

  function pageField(field: (typeof PageNumber)[keyof typeof PageNumber]) {
    return new TextRun({ ...small, children: [field] });
  }
}
