import { AlignmentType, type Paragraph, type Table } from 'docx';
import type { PrintRow } from './bilingual.ts';
import { chineseCitation } from './chinese-text.ts';
import { recordTitle } from './decision-body.ts';
import type { DecisionPrint } from './decision-model.ts';
import { fonts, sizes } from './page.ts';
import { paragraph, titleParagraph } from './paragraphs.ts';
import { labelledTable } from './tables.ts';

/** Attachment that ties the document to the record: what exactly was decided on, under which rules. */
export function recordPage(model: DecisionPrint): (Paragraph | Table)[] {
  const label = (model.attachments ?? []).length === 0 ? '附件' : '附件1';
  return [
    paragraph(label, { pageBreakBefore: true }, { font: fonts.heading }),
    titleParagraph(recordTitle),
    paragraph(
      'Record of the decision',
      { alignment: AlignmentType.CENTER, spacing: { after: 300 } },
      { size: sizes.five },
    ),
    labelledTable(rows(model)),
  ];
}

function rows({
  number,
  kind,
  outcome,
  articles,
  record,
  centerName,
  leadUnitName,
}: DecisionPrint): PrintRow[] {
  const serial = record.serial ?? (number.kind === 'serial' ? number.text : undefined);
  return [
    row('中心名称', 'Center', centerName),
    row('牵头单位', 'Lead unit', leadUnitName),
    row('决定种类', 'Kind of decision', `${kind.title.zh}\n${kind.title.en}`),
    row('决定结果', 'Outcome', `${outcome.title.zh}\n${outcome.title.en}`),
    row(
      '适用条款',
      'Provisions',
      articles.map((origin) => `${chineseCitation(origin)}　${origin}`).join('\n'),
    ),
    ...(serial === undefined ? [] : [row('平台决定编号', 'Decision serial', serial)]),
    ...(number.kind === 'external' ? [row('发文字号', 'Document number', number.text)] : []),
    row('决定标识', 'Decision id', record.decisionId),
    row('案件编号', 'Case', record.caseId),
    row('所决定内容的版本', 'Version decided on', String(record.subjectVersion)),
    row('该版本的哈希', 'That version (SHA-256)', record.subjectHash),
    ...(record.opinionHash === undefined
      ? []
      : [row('专家意见的哈希', 'Panel opinion (SHA-256)', record.opinionHash)]),
    row('规则包', 'Policy pack', record.policyId),
    row('规则包的哈希', 'Policy pack (SHA-256)', record.policyHash),
  ];
}

function row(zh: string, en: string, value: string): PrintRow {
  return { label: { zh, en }, value };
}
