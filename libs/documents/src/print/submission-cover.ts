import { AlignmentType, Paragraph, type Table } from 'docx';
import { fonts, sizes } from './page.ts';
import { blankLines, paragraph, titleParagraph } from './paragraphs.ts';
import { qrParagraph } from './qr-paragraph.ts';
import type { SubmissionPrint } from './submission-model.ts';
import { labelledTable } from './tables.ts';

/** First page: what is submitted by whom, and the code that ties paper to the record. */
export function coverPage(model: SubmissionPrint, qr: Buffer): (Paragraph | Table)[] {
  const centred = { alignment: AlignmentType.CENTER };
  return [
    ...blankLines(3),
    titleParagraph(model.centerName.zh),
    titleParagraph('组建方案申报材料'),
    paragraph(model.centerName.en, { ...centred, spacing: { before: 240 } }, { size: sizes.smallFour }),
    paragraph(
      'Application for formation',
      { ...centred, spacing: { after: 600 } },
      { size: sizes.smallFour },
    ),
    labelledTable([
      { label: { zh: '牵头单位', en: 'Lead unit' }, value: model.leadUnitName },
      { label: { zh: '案件编号', en: 'Case' }, value: model.caseId },
      { label: { zh: '版本', en: 'Version' }, value: String(model.version) },
      { label: { zh: '材料清单哈希', en: 'Manifest hash (SHA-256)' }, value: model.manifestHash },
    ]),
    paragraph('', { spacing: { before: 300 } }),
    qrParagraph(qr),
    paragraph('扫码核对案件编号和材料清单哈希', centred, { size: sizes.five, font: fonts.subheading }),
    paragraph('Scan to check the case and the manifest hash', centred, { size: sizes.six }),
  ];
}
