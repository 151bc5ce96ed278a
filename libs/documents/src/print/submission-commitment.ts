import { AlignmentType, HeightRule, type Paragraph, type Table, TableRow } from 'docx';
import type { Bilingual } from './bilingual.ts';
import { fonts, sizes, textWidth } from './page.ts';
import { bodyParagraph, bodyParagraphs, paragraph, titleParagraph } from './paragraphs.ts';
import { qrParagraph } from './qr-paragraph.ts';
import type { SubmissionPrint } from './submission-model.ts';
import { fixedTable, labelCell, textCell } from './tables.ts';

const defaultStatement: Bilingual = {
  zh: '我单位承诺：本次申报的组建方案及所列附件内容真实、准确、完整，来源合法，不存在虚报、瞒报或者伪造的情形；如有不实，愿意承担由此产生的责任。',
  en: 'We commit that the formation plan and the attachments listed are true, accurate, complete and lawfully obtained, and that we answer for any untruth.',
};

/** Last page, to be signed, sealed and scanned: it names the hash of what is committed to. */
export function commitmentPage(model: SubmissionPrint, qr: Buffer): (Paragraph | Table)[] {
  const { commitment, manifestHash } = model;
  const statement = commitment.statement ?? defaultStatement;
  return [
    paragraph('', { pageBreakBefore: true }),
    titleParagraph('真实性承诺'),
    paragraph(
      'Commitment to truthfulness',
      { alignment: AlignmentType.CENTER, spacing: { after: 300 } },
      { size: sizes.five },
    ),
    ...bodyParagraphs(statement.zh),
    bodyParagraph('本承诺仅对下列材料清单哈希所指的材料有效；清单内任何内容变更后，须重新承诺。'),
    paragraph(
      manifestHash,
      { alignment: AlignmentType.CENTER, spacing: { before: 160, after: 160 } },
      hashLook,
    ),
    ...[
      statement.en,
      'It holds only for the materials named by this manifest hash; any change needs a new commitment.',
    ].map((text) => paragraph(text, {}, { size: sizes.five })),
    paragraph('', { spacing: { after: 120 } }),
    ...commitment.signatories.flatMap((signatory) => [sealTable(signatory), paragraph('')]),
    qrParagraph(qr, AlignmentType.RIGHT),
  ];
}

const hashLook = { font: fonts.code, size: 20, bold: true };

function sealTable({ role, name }: { readonly role: Bilingual; readonly name: string }): Table {
  const widths = [0.18, 0.38, 0.18, 0.26].map((share) => Math.round(textWidth * share));
  const row = (height: number, ...children: TableRow['options']['children']) =>
    new TableRow({ cantSplit: true, height: { value: height, rule: HeightRule.ATLEAST }, children });
  return fixedTable(widths, [
    row(
      1500,
      labelCell({ zh: `${role.zh}\n（盖章）`, en: `${role.en} (seal)` }),
      textCell(name),
      labelCell({ zh: '日期', en: 'Date' }),
      textCell('　　年　月　日'),
    ),
    row(
      900,
      labelCell({ zh: '负责人\n（签字）', en: 'Person in charge (signature)' }),
      textCell(''),
      labelCell({ zh: '经办人\n（签字）', en: 'Handler (signature)' }),
      textCell(''),
    ),
  ]);
}
