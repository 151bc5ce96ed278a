import type { ProblemCatalogue } from '@iic/event-sourcing';
import type { findingCodes } from './rules.ts';

/** What each finding says to the applicant. */
export const findingProblems = {
  'chapter-missing': {
    kind: 'invalid',
    zh: '缺少章节“{chapter}”。请补写（“其他需要说明的问题”可写“无”）。',
    en: 'Chapter “{chapter}” is missing. Write it; the chapter on other matters may say “none”.',
  },
  'summary-length': {
    kind: 'invalid',
    zh: '摘要 {length} 字，提纲建议约 2500 字（{from}–{to} 字）。可酌情调整。',
    en: 'The summary has {length} words, the outline suggests {from} to {to}. Consider adjusting it.',
  },
  'summary-length-extreme': {
    kind: 'invalid',
    zh: '摘要 {length} 字，超出 {from}–{to} 字。请修改，或说明理由。',
    en: 'The summary has {length} words, outside {from} to {to}. Change it, or say why.',
  },
  'attachment-kind-missing': {
    kind: 'invalid',
    zh: '缺少附件“{kind}”。请上传。',
    en: 'Nothing is attached as “{kind}”. Upload it.',
  },
  'basic-condition-unproven': {
    kind: 'invalid',
    zh: '基本条件“{condition}”缺少证明。请说明并指明所在章节或附件。',
    en: 'Basic condition “{condition}” has no evidence. State it and point to a chapter or an attachment.',
  },
  'field-missing': {
    kind: 'invalid',
    zh: '尚未选定战略性领域。请选定。',
    en: 'No strategic field is chosen. Choose one.',
  },
  'name-missing': {
    kind: 'invalid',
    zh: '尚未拟定中心名称。请填写中英文名称。',
    en: 'No name is proposed. Give the Chinese and the English name.',
  },
  'entity-missing': {
    kind: 'invalid',
    zh: '尚未说明产业创新中心的主体。请填写法律形式和注册地。',
    en: 'The center’s own entity is not described. Give its legal form and place of registration.',
  },
  'registration-outside-province': {
    kind: 'invalid',
    zh: '注册地（{area}）不在省内（{province}）。中心必须在省内注册，请更改注册地。',
    en: 'The place of registration ({area}) is outside the province ({province}). The center must be registered inside.',
  },
  'registration-undertaking-missing': {
    kind: 'invalid',
    zh: '尚未承诺在省内注册。请作出承诺。',
    en: 'The undertaking to register in the province is missing. Give it.',
  },
  'not-independent-legal-entity': {
    kind: 'invalid',
    zh: '中心一般应为独立法人。采用其他形式的，请说明理由。',
    en: 'A center is generally a legal entity of its own. Say why this one is not.',
  },
  'hosting-unit-missing': {
    kind: 'invalid',
    zh: '中心不是独立法人，但未指明依托单位。请填写依托单位。',
    en: 'The center is no legal entity of its own and no hosting unit is named. Name it.',
  },
  'no-consortium': {
    kind: 'invalid',
    zh: '没有其他组建单位。请列入，或说明理由。',
    en: 'No other member forms the center. List members, or say why there are none.',
  },
  'participation-unconfirmed': {
    kind: 'invalid',
    zh: '组建单位“{name}”（{organisation}）尚未确认参与。请其确认，或说明理由。',
    en: 'Member “{name}” ({organisation}) has not confirmed its participation. Have it confirm, or say why not.',
  },
  'investment-missing': {
    kind: 'invalid',
    zh: '尚未填写资金来源。请按来源填写投资额。',
    en: 'No investment is planned. Give the amounts by source.',
  },
  'milestones-missing': {
    kind: 'invalid',
    zh: '尚未编制建设进度。请填写建设周期和里程碑（权重合计 100）。',
    en: 'The construction is not planned. Give its months and milestones with weights that sum to 100.',
  },
  'construction-period-long': {
    kind: 'invalid',
    zh: '建设周期 {months} 个月，一般控制在 {limit} 个月以内。请缩短，或说明理由。',
    en: 'The construction takes {months} months; generally it takes at most {limit}. Shorten it, or say why.',
  },
  'competent-unit-conflict': {
    kind: 'invalid',
    zh: '主管单位（{competentUnit}）是牵头单位（{leadUnit}）本身或其上级。请说明初审如何保证公正。',
    en: 'The competent unit ({competentUnit}) is the lead unit ({leadUnit}) itself or above it. Say how the review stays fair.',
  },
  'member-is-affiliate': {
    kind: 'invalid',
    zh: '组建单位“{name}”与牵头单位属于同一集团，按规则不计为独立组建单位。',
    en: 'The member {name} belongs to the same group as the lead unit, which the rules exclude.',
  },
  'member-affiliation-not-checked': {
    kind: 'invalid',
    zh: '组建单位“{name}”与牵头单位的隶属关系资料不全，未能核查。',
    en: 'Whether the member {name} belongs to the lead unit’s group was not checked: the register does not say whom it belongs to.',
  },
  'competent-unit-conflict-not-checked': {
    kind: 'invalid',
    zh: '单位库缺少牵头单位（{leadUnit}）的上级信息，未能核对其与主管单位（{competentUnit}）的关系。请补全登记。',
    en: 'Not checked: the register lacks who is above {leadUnit}, so its relation to {competentUnit} is unknown. Complete the entry.',
  },
  'duplicate-application': {
    kind: 'invalid',
    zh: '可能与其他申报重复（依据：{basis}）。仅作提示，不影响提交。',
    en: 'This may duplicate another application ({basis}). For information; it bars nothing.',
  },
  'lead-unit-outdated': {
    kind: 'invalid',
    zh: '单位库中牵头单位的信息已更新。请先更新本申报中的单位信息。',
    en: 'The register’s entry of the lead unit has changed. Take it over into the application first.',
  },
  'contact-missing': {
    kind: 'invalid',
    zh: '尚未指定经办人。请填写经办人姓名和电话。',
    en: 'No handler is named. Give the name and telephone of one.',
  },
  'unchanged-since-return': {
    kind: 'invalid',
    zh: '内容与上一版本完全相同。请确认已处理退回意见。',
    en: 'The content is the same as in the version before. Make sure that the points raised are dealt with.',
  },
} as const satisfies ProblemCatalogue<(typeof findingCodes)[number]>;
