import { AlignmentType, ImageRun, Paragraph } from 'docx';

/** Edge of a printed QR code: 30 mm, in pixels of 1/96 inch. */
const edge = Math.round((30 / 25.4) * 96);

/** A QR code in a paragraph of its own. */
export function qrParagraph(
  png: Buffer,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.CENTER,
): Paragraph {
  const altText = { name: 'QR', title: 'QR', description: '案件编号和材料清单哈希 Case and manifest hash' };
  return new Paragraph({
    alignment,
    children: [
      new ImageRun({ type: 'png', data: png, transformation: { width: edge, height: edge }, altText }),
    ],
  });
}
