import { AlignmentType, BorderStyle, convertMillimetersToTwip, LineRuleType, Paragraph } from 'docx';
import type { DecisionPrint } from './decision-model.ts';
import { fonts, lineHeight, sizes, textWidth } from './page.ts';
import { blankLines, paragraph, run } from './paragraphs.ts';

const red = 'FF0000';
/** Largest type of the issuer's mark, in points; GB/T 9704 asks for letters smaller than 22 mm × 15 mm. */
const largestMark = 56;

/** Head of the first page (版头): issuer's mark, document number, red line. */
export function documentHead({ issuer, number }: DecisionPrint): Paragraph[] {
  const mark = `${issuer.name}文件`;
  const size = Math.min(largestMark, Math.floor(textWidth / 20 / mark.length));
  return [
    paragraph(
      mark,
      { alignment: AlignmentType.CENTER, spacing: { before: convertMillimetersToTwip(35) } },
      { font: fonts.title, size: size * 2, color: red },
    ),
    ...blankLines(2),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: lineHeight, lineRule: LineRuleType.EXACT },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 11, color: red } },
      children:
        number.kind === 'external'
          ? [run(number.text)]
          : [run(number.text), run('（平台决定编号，发文字号待编）', { size: sizes.five })],
    }),
    ...blankLines(2),
  ];
}
