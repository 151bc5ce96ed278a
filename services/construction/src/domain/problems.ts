import type { ProblemCatalogue } from '@iic/event-sourcing';

const findingTexts = {
  'completion-low': {
    kind: 'invalid',
    zh: '加权完成率{percent}%，低于建议验收的{threshold}%。',
    en: 'Weighted completion is {percent} %, below the {threshold} % from which acceptance is advisable.',
  },
  'completion-very-low': {
    kind: 'invalid',
    zh: '加权完成率{percent}%，低于{threshold}%，验收很可能不合格。',
    en: 'Weighted completion is {percent} %, below {threshold} %: acceptance is likely to fail.',
  },
  'entity-not-independent': {
    kind: 'invalid',
    zh: '中心不是独立法人；一般应以独立法人实体形式运行。请说明理由。',
    en: 'The center is not a legal entity of its own, as it generally should be. Give the reason.',
  },
  'extension-too-long': {
    kind: 'invalid',
    zh: '申请延期{months}个月，超过单次{limit}个月。',
    en: 'The extension of {months} months is longer than {limit} months.',
  },
  'extension-repeated': {
    kind: 'invalid',
    zh: '这是第{count}次延期，一般不超过{limit}次。',
    en: 'This is extension number {count}; generally there are no more than {limit}.',
  },
  'construction-period-long': {
    kind: 'invalid',
    zh: '组建期限合计{months}个月，超过一般控制的{limit}个月。请说明理由。',
    en: 'The construction period comes to {months} months, more than the general {limit}. Give the reason.',
  },
  'completion-below-report': {
    kind: 'invalid',
    zh: '里程碑“{milestone}”申报完成 {claimed}%，低于此前进度报告的 {reported}%。请说明原因，或先更正进度报告。',
    en: 'Milestone {milestone} is claimed at {claimed} %, below the {reported} % reported before. Give the reason, or correct the report first.',
  },
  'completion-not-reported': {
    kind: 'invalid',
    zh: '里程碑“{milestone}”申报完成 {claimed}%，最近一次进度报告为 {reported}%。',
    en: 'Milestone {milestone} is claimed at {claimed} %; the last report said {reported} %.',
  },
  'director-not-the-candidate': {
    kind: 'invalid',
    zh: '中心主任不是组建方案中的主任人选。',
    en: 'The director is not the candidate named in the formation plan.',
  },
  'requested-after-period': {
    kind: 'invalid',
    zh: '申请时期限（{dueAt}）已过。',
    en: 'The period had ended ({dueAt}) when acceptance was requested.',
  },
} as const satisfies ProblemCatalogue;

/** Why construction refuses a command, by stable code; with the texts of findings. */
export const constructionProblems = {
  ...findingTexts,
  'approval-annulled': {
    kind: 'state',
    zh: '批复组建的决定“{decision}”已撤销，本项目不能再办理任何事项。',
    en: 'The decision {decision} that approved the formation was annulled; nothing more can be done in this project.',
  },
  'approval-suspended': {
    kind: 'state',
    zh: '批复组建的决定“{decision}”已中止执行，本项目暂停办理。请等待省发展改革委恢复执行。',
    en: 'The decision {decision} that approved the formation is suspended, and so is this project. Wait until the PDRC resumes it.',
  },
  'project-not-started': {
    kind: 'not-found',
    zh: '该组建项目不存在，或其组建方案尚未批复。请核对编号。',
    en: 'There is no such construction project, or its formation plan is not approved yet. Check the number.',
  },
  'project-already-started': {
    kind: 'conflict',
    zh: '该组建项目已按另一项批复决定开始组建。请核对批复决定。',
    en: 'The project was already started by another approval. Check which decision approved the plan.',
  },
  'project-accepted': {
    kind: 'state',
    zh: '该项目已验收合格，组建阶段的办理已经结束。后续事项请在中心名册中办理。',
    en: 'The project has passed acceptance and its construction is closed. Continue with the register of centers.',
  },
  'formation-approval-revoked': {
    kind: 'state',
    zh: '该项目的组建批复已被撤销，不能再办理。',
    en: 'The formation approval of this project was revoked; nothing more can be done in it.',
  },
  'role-may-not': {
    kind: 'forbidden',
    zh: '此操作应由“{role}”办理。请由相应人员登录后办理。',
    en: 'This is for the role "{role}" to do. Let somebody with that role do it.',
  },
  'not-lead-unit-of-case': {
    kind: 'forbidden',
    zh: '只有本项目的牵头单位可以办理此事项。',
    en: "Only this project's lead unit may do this.",
  },
  'not-competent-unit-of-case': {
    kind: 'forbidden',
    zh: '只有本项目的主管单位可以办理此事项。',
    en: "Only this project's competent unit may do this.",
  },
  'period-malformed': {
    kind: 'invalid',
    zh: '报告期“{period}”不符合本规则的报告周期（例如“{example}”）。请改正报告期。',
    en: 'The period "{period}" is not one of the reporting interval of these rules (for example "{example}"). Correct it.',
  },
  'period-not-begun': {
    kind: 'invalid',
    zh: '报告期“{period}”尚未开始。请选择已开始的报告期。',
    en: 'The period "{period}" has not begun. Choose one that has.',
  },
  'period-before-approval': {
    kind: 'invalid',
    zh: '报告期“{period}”在组建批复之前已经结束。请选择批复之后的报告期。',
    en: 'The period "{period}" ended before the formation was approved. Choose one after the approval.',
  },
  'period-already-reported': {
    kind: 'conflict',
    zh: '报告期“{period}”已经报告。如有错误请使用更正并说明理由。',
    en: 'The period "{period}" is reported already. If it is wrong, correct it and give the reason.',
  },
  'period-not-reported': {
    kind: 'state',
    zh: '报告期“{period}”尚未报告，不能更正。请先报告。',
    en: 'The period "{period}" is not reported yet and cannot be corrected. Report it first.',
  },
  'milestone-unknown': {
    kind: 'invalid',
    zh: '建设节点“{milestone}”不在现行组建计划中。请按现行计划填写。',
    en: 'The plan in force has no milestone "{milestone}". Use the milestones of the plan in force.',
  },
  'milestone-repeated': {
    kind: 'invalid',
    zh: '建设节点“{milestone}”重复。每个节点只填一次。',
    en: 'The milestone "{milestone}" is given more than once. Give each milestone once.',
  },
  'milestone-missing': {
    kind: 'invalid',
    zh: '缺少建设节点“{milestone}”的完成情况。申请验收须逐个节点填写。',
    en: 'The completion of milestone "{milestone}" is missing. A request for acceptance states every milestone.',
  },
  'source-unknown': {
    kind: 'invalid',
    zh: '资金来源“{source}”不在现行投资计划中。请按现行计划填写，或先申请调整计划。',
    en: 'The investment plan in force has no source "{source}". Use its sources, or propose an adjustment first.',
  },
  'source-repeated': {
    kind: 'invalid',
    zh: '资金来源“{source}”重复。每个来源只填一次。',
    en: 'The source "{source}" is given more than once. Give each source once.',
  },
  'researchers-exceed-staff': {
    kind: 'invalid',
    zh: '研发人员数（{researchers}）大于总人数（{total}）。请核对。',
    en: 'There are more researchers ({researchers}) than staff ({total}). Check the numbers.',
  },
  'adjustment-already-open': {
    kind: 'state',
    zh: '已有一项调整（第{number}项）尚未办结。请待其办结或撤回后再办理。',
    en: 'Adjustment {number} is still open. Wait for its decision or withdraw it first.',
  },
  'adjustment-after-acceptance-request': {
    kind: 'state',
    zh: '已申请验收，不能再提出组建计划调整。',
    en: 'Acceptance was requested already; the plan can no longer be adjusted.',
  },
  'no-open-adjustment': {
    kind: 'state',
    zh: '目前没有待办理的组建计划调整。',
    en: 'There is no open adjustment of the plan.',
  },
  'adjustment-with-pdrc': {
    kind: 'state',
    zh: '该调整已提请省发展改革委决定，请等待决定。',
    en: 'The adjustment has been put to the PDRC. Wait for the decision.',
  },
  'adjustment-empty': {
    kind: 'invalid',
    zh: '调整内容为空。请至少填写一项调整。',
    en: 'The adjustment changes nothing. Name at least one change.',
  },
  'milestone-weights': {
    kind: 'invalid',
    zh: '调整后各节点权重之和为{sum}，应为100。请改正权重。',
    en: 'The weights of the adjusted milestones add up to {sum} instead of 100. Correct the weights.',
  },
  'milestone-after-period': {
    kind: 'invalid',
    zh: '节点“{milestone}”的完成月份（第{month}个月）超出组建期限（{months}个月）。请调整节点或申请延期。',
    en: 'Milestone "{milestone}" is due in month {month}, after the construction period of {months} months. Move it or extend the period.',
  },
  'spent-source-removed': {
    kind: 'invalid',
    zh: '资金来源“{source}”已有支出，不能从投资计划中删除。请保留该来源，金额可以调整。',
    en: 'Money of source "{source}" was spent already, so it cannot leave the plan. Keep it; its amount may change.',
  },
  'findings-need-justification': {
    kind: 'invalid',
    zh: '有事项需要说明理由后才能继续：{findings}。请逐项填写理由。',
    en: 'Some findings need a justification before this can go on: {findings}. Give a reason for each.',
  },
  'rule-violated': {
    kind: 'invalid',
    zh: '不符合规则的强制性要求：{findings}。请改正后再办理。',
    en: 'This breaks rules that always bind: {findings}. Put it right and try again.',
  },
  'acceptance-under-way': {
    kind: 'state',
    zh: '第{round}次验收正在办理，请等待结论。',
    en: 'Acceptance round {round} is under way. Wait for its outcome.',
  },
  'uscc-invalid': {
    kind: 'invalid',
    zh: '统一社会信用代码“{uscc}”校验不通过。请核对后重新填写。',
    en: 'The unified social credit code "{uscc}" does not pass its check. Check it and enter it again.',
  },
  'registration-outside-province': {
    kind: 'invalid',
    zh: '中心注册地（{area}）不在本省（{province}）。产业创新中心必须在省内注册（第六条）。请先完成省内注册。',
    en: 'The center is registered in {area}, outside the province ({province}). Art. 6 requires registration within it. Register it there first.',
  },
  'registration-in-future': {
    kind: 'invalid',
    zh: '注册日期（{registeredOn}）晚于今天。请核对日期。',
    en: 'The date of registration ({registeredOn}) lies in the future. Check the date.',
  },
  'rectification-not-expired': {
    kind: 'state',
    zh: '只有改进期限届满仍不合格的项目才可以提出撤销组建批复（第十七条）。',
    en: 'Revocation may be proposed only after an ordered rectification period has expired without a pass (Art. 17).',
  },
  'revocation-already-proposed': {
    kind: 'state',
    zh: '已提请决定撤销组建批复，请等待决定。',
    en: 'Revoking the formation approval was proposed already. Wait for the decision.',
  },
  'decision-outcome-unknown': {
    kind: 'invalid',
    zh: '决定“{decision}”的结论“{outcome}”不适用于本项目当前的提请事项。请核对决定。',
    en: 'The outcome "{outcome}" of decision "{decision}" does not answer what this project proposed. Check the decision.',
  },
  'deadline-not-reached': {
    kind: 'state',
    zh: '期限（{dueAt}）尚未到达。系统将在期限到达时重试。',
    en: 'The deadline ({dueAt}) is not reached yet. It will be tried again when it is.',
  },
} as const satisfies ProblemCatalogue;

/** Code of a refusal of construction. */
export type ConstructionProblem = keyof typeof constructionProblems;
