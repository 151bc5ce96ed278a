import { Document, Packer } from 'docx';
import { printable } from './chinese-text.ts';
import { documentBody, signatureBlock } from './decision-body.ts';
import { documentFoot, pageNumberFooter } from './decision-foot.ts';
import { documentHead } from './decision-head.ts';
import type { DecisionPrint } from './decision-model.ts';
import { recordPage } from './decision-record.ts';
import { decisionWording } from './decision-wording.ts';
import { page, styles } from './page.ts';

/** Composes the document of a decision in the calling thread. */
export async function composeDecision(model: DecisionPrint): Promise<Uint8Array> {
  const wording = decisionWording(model);
  const document = new Document({
    title: printable(wording.title),
    creator: printable(model.issuer.name),
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page },
        footers: { default: pageNumberFooter('odd'), even: pageNumberFooter('even') },
        children: [
          ...documentHead(model),
          ...documentBody(model, wording),
          ...signatureBlock(model),
          ...recordPage(model),
          ...documentFoot(model),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
