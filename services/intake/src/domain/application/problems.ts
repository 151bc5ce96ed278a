import type { ProblemCatalogue } from '@iic/event-sourcing';

export const applicationProblems = {
  'application-exists': {
    kind: 'conflict',
    zh: '该申报已存在。请打开原申报继续办理。',
    en: 'The application exists already. Open it and go on there.',
  },
  'application-unknown': {
    kind: 'not-found',
    zh: '没有找到该申报，或您无权查看。请核对编号。',
    en: 'There is no such application, or it is not yours to see. Check its number.',
  },
  'wrong-state': {
    kind: 'state',
    zh: '申报当前处于“{status}”状态，不能办理“{action}”。请查看该申报的可办事项。',
    en: 'The application is {status}; {action} is not possible now. See which actions it offers.',
  },
  'lead-unit-unregistered': {
    kind: 'state',
    zh: '牵头单位尚未登记。请先在单位库登记。',
    en: 'The lead unit is not in the register of organisations. Register it first.',
  },
  'member-unregistered': {
    kind: 'state',
    zh: '单位 {organisation} 尚未登记。请先在单位库登记（可由牵头单位申报登记）。',
    en: 'Organisation {organisation} is not in the register. Register it first; a lead unit may declare it.',
  },
  'no-policy-in-force': {
    kind: 'state',
    zh: '本平台没有 {province} 现行有效的政策。请核对省份，或联系系统管理员加载。',
    en: 'No policy of {province} is in force here. Check the province, or ask the administrator to load its policy.',
  },
  'lead-unit-fixed': {
    kind: 'state',
    zh: '本申报的牵头单位是 {organisation}，不能更换。更换牵头单位请另行申报。',
    en: 'The lead unit of this application is {organisation} and stays so. Open another application for another lead unit.',
  },
  'competent-unit-unset': {
    kind: 'state',
    zh: '单位库未载明牵头单位的主管单位。请先更正登记，或联系省发展改革委。',
    en: 'The register names no competent unit for the lead unit. Have its entry completed, or ask the PDRC.',
  },
  'code-unknown': {
    kind: 'invalid',
    zh: '“{what}”不能填“{code}”。可选：{allowed}。',
    en: '“{code}” is not possible for {what}. Choose one of: {allowed}.',
  },
  'nothing-to-edit': {
    kind: 'invalid',
    zh: '没有要修改的内容。请至少填写一项。',
    en: 'There is nothing to change. Give at least one section.',
  },
  'name-form': {
    kind: 'invalid',
    zh: '名称格式不符（第二十三条）。中文应为“{zh}”，英文应为“{en}”。',
    en: 'The name does not have the form of Art. 23: Chinese “{zh}”, English “{en}”.',
  },
  'member-is-lead-unit': {
    kind: 'invalid',
    zh: '牵头单位不必列为其他组建单位。请移除。',
    en: 'The lead unit is not listed among the other members. Leave it out.',
  },
  'member-unknown': {
    kind: 'not-found',
    zh: '组建单位中没有 {organisation}。',
    en: 'The consortium has no member {organisation}.',
  },
  'contribution-forms': {
    kind: 'invalid',
    zh: '请至少选择一种参与方式，且不要重复（第七条）。',
    en: 'Choose at least one form of contribution, each once (Art. 7).',
  },
  'contribution-differs': {
    kind: 'conflict',
    zh: '您确认的参与方式（{confirmed}）与牵头单位所列（{listed}）不一致。请与牵头单位核对后再确认。',
    en: 'You confirm {confirmed}, the lead unit listed {listed}. Agree on the forms of contribution, then confirm.',
  },
  'investment-zero': {
    kind: 'invalid',
    zh: '投资额不能为零。没有该项来源的，请删去该行。',
    en: 'An amount of investment is zero. Leave out the line of a source that gives nothing.',
  },
  'investment-repeated': {
    kind: 'invalid',
    zh: '同一来源和单位重复出现。请合并为一行。',
    en: 'A source and organisation occur twice. Put them in one line.',
  },
  'milestone-weights': {
    kind: 'invalid',
    zh: '各里程碑权重之和为 {sum}，应为 100。请调整权重。',
    en: 'The weights of the milestones sum to {sum}; they must sum to 100. Adjust them.',
  },
  'milestone-repeated': {
    kind: 'invalid',
    zh: '里程碑编号重复。请使用不同编号。',
    en: 'Two milestones have the same id. Give each its own.',
  },
  'milestone-too-late': {
    kind: 'invalid',
    zh: '里程碑“{id}”的完成月份超出建设周期（{months} 个月）。请提前该月份或延长周期。',
    en: 'Milestone “{id}” is due after the {months} months of construction. Make it earlier or the construction longer.',
  },
  'chapter-repeated': {
    kind: 'invalid',
    zh: '同一章节出现两次。每章只提交一次。',
    en: 'A chapter occurs twice. Send each chapter once.',
  },
  'chapter-too-long': {
    kind: 'invalid',
    zh: '章节“{chapter}”有 {characters} 字，超过上限 {cap} 字。请精简，或将细节移入附件。',
    en: 'Chapter “{chapter}” has {characters} characters, more than {cap}. Shorten it, or move detail into an attachment.',
  },
  'upload-expected': {
    kind: 'invalid',
    zh: '请求正文应为文件本身，并在 Content-Type 中注明类型（{types}）。',
    en: 'The body must be the file itself, with its type in Content-Type ({types}).',
  },
  'attachment-kind-unknown': {
    kind: 'invalid',
    zh: '附件类别“{kind}”不能在此上传。可选：{allowed}；真实性承诺请在“签署承诺”中办理。',
    en: 'Files of kind “{kind}” are not uploaded here. Choose one of: {allowed}; the truthfulness commitment is signed by itself.',
  },
  'attachment-unknown': {
    kind: 'not-found',
    zh: '没有类别为“{kind}”、摘要为 {hash} 的附件。',
    en: 'There is no attachment of kind “{kind}” with hash {hash}.',
  },
  'attachment-repeated': {
    kind: 'conflict',
    zh: '同一文件（{hash}）已上传到“{kind}”。无需重复上传。',
    en: 'The same file ({hash}) is there already as “{kind}”. No need to upload it again.',
  },
  'commitment-missing': {
    kind: 'state',
    zh: '尚未签署真实性承诺。请对当前内容（摘要 {current}）签署后再提交。',
    en: 'The truthfulness commitment is missing. Sign for the content as it is (hash {current}), then submit.',
  },
  'commitment-outdated': {
    kind: 'conflict',
    zh: '内容已有变化，承诺所指不是当前内容。请对当前内容（摘要 {current}）重新签署。',
    en: 'The content has changed since: the hash named is not that of the content now. Sign for {current}.',
  },
  'scan-of-other-version': {
    kind: 'conflict',
    zh: '盖章扫描件所印摘要 {manifestHash} 不是当前版本（{current}）。请打印当前版本盖章后扫描。',
    en: 'The scan names {manifestHash}, not the version there is now ({current}). Print, seal and scan that one.',
  },
  'submission-blocked': {
    kind: 'invalid',
    zh: '有 {count} 项必须补正的问题，不能提交。请逐项处理后再提交。',
    en: 'There are {count} findings that bar the submission. Mend each, then submit.',
  },
  'justification-needed': {
    kind: 'invalid',
    zh: '有 {count} 项需要说明理由。请逐项说明后重新签署承诺并提交。',
    en: 'There are {count} findings that need a justification. Give one for each, sign again, then submit.',
  },
  'window-closed': {
    kind: 'state',
    zh: '现在不在申报期内（{opens} 至 {closes}）。草稿已保存；宽限期内已开始的草稿仍可提交，否则请在下一申报期提交。',
    en: 'Applications are taken from {opens} to {closes}, not now. The draft is kept; submit it in the next window.',
  },
  'same-person': {
    kind: 'forbidden',
    zh: '签署申报的人不能办理该申报的初审。请由主管单位的其他人员办理。',
    en: 'Whoever signed the application does not review it. Let another person of the competent unit do so.',
  },
  'withdrawal-pending': {
    kind: 'state',
    zh: '撤回申请已提交，正在处理。请等待结果。',
    en: 'A withdrawal has been requested already. Wait for its outcome.',
  },
  'withdrawal-not-requested': {
    kind: 'state',
    zh: '没有待处理的撤回申请。',
    en: 'No withdrawal is pending.',
  },
  'review-of-other-version': {
    kind: 'conflict',
    zh: '评审针对的版本（{reviewed}）不是当前版本（{current}）。',
    en: 'The review was of version {reviewed}; the version now is {current}.',
  },
  'decision-unknown': {
    kind: 'conflict',
    zh: '决定 {decisionId} 与本申报无关。',
    en: 'Decision {decisionId} is not about this application.',
  },
  'decision-of-other-version': {
    kind: 'conflict',
    zh: '决定针对的版本（{decided}）不是当前版本（{current}）。请就当前版本重新决定。',
    en: 'The decision was about version {decided}; the version now is {current}. Decide about that one.',
  },
} as const satisfies ProblemCatalogue;
