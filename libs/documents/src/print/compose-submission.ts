import { Document, Packer } from 'docx';
import { printable } from './chinese-text.ts';
import { page, styles } from './page.ts';
import { commitmentPage } from './submission-commitment.ts';
import { coverPage } from './submission-cover.ts';
import { submissionFooter } from './submission-footer.ts';
import type { SubmissionPrint } from './submission-model.ts';
import { attachmentsPart, fieldsPart, planPart } from './submission-parts.ts';
import { submissionQrImage } from './submission-qr.ts';

/** Composes the document of a submission in the calling thread. */
export async function composeSubmission(model: SubmissionPrint): Promise<Uint8Array> {
  const qr = await submissionQrImage(model);
  const document = new Document({
    title: printable(`${model.centerName.zh}组建方案申报材料`),
    creator: printable(model.leadUnitName),
    styles,
    sections: [
      {
        properties: { page },
        footers: { default: submissionFooter(model) },
        children: [
          ...coverPage(model, qr),
          ...fieldsPart(model),
          ...planPart(model),
          ...attachmentsPart(model),
          ...commitmentPage(model, qr),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
