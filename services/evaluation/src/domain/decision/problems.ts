import type { ProblemCatalogue } from '@iic/event-sourcing';

export const decisionProblems = {
  'decision-unknown': {
    kind: 'not-found',
    zh: '没有该决定事项。请核对编号；事项由案件承办方提请后才会建立。',
    en: 'There is no such decision. Check the identifier; a decision begins when the owner of its subject proposes it.',
  },
  'decision-kind-unknown': {
    kind: 'invalid',
    zh: '本案适用的规则包没有“{kind}”类决定。可选：{allowed}。',
    en: 'The policy pack of this case has no decision of kind “{kind}”. It has: {allowed}.',
  },
  'decision-id-in-use': {
    kind: 'conflict',
    zh: '该编号已用于另一案件或另一类决定。请使用新的编号。',
    en: 'This identifier belongs to a decision on another case or of another kind. Use a new one.',
  },
  'decision-step-passed': {
    kind: 'state',
    zh: '决定处于“{status}”状态，不能办理“{act}”。现在可以办理：{possible}。',
    en: 'The decision is in status “{status}”, where {act} is not possible. Possible now: {possible}.',
  },
  'decision-ended': {
    kind: 'state',
    zh: '该决定已被撤销或无效，不能再办理任何事项。如需重新决定，请由承办方以新编号提请。',
    en: 'The decision is annulled or void; nothing can be done about it. To decide anew, propose it under a new identifier.',
  },
  'department-asked': {
    kind: 'state',
    zh: '已征求该部门（{department}）意见，无需重复征求。',
    en: 'The department {department} has been asked already; nothing to do.',
  },
  'department-not-asked': {
    kind: 'invalid',
    zh: '没有待 {department} 答复的征求意见。请先征求其意见。',
    en: 'No opinion of {department} is awaited. Ask the department first.',
  },
  'not-your-department': {
    kind: 'forbidden',
    zh: '各部门只能为本部门答复。请由被征求意见的部门答复，或由经办人员代录其书面意见。',
    en: 'A department answers for itself only. Let the department asked answer, or a handler enter its paper.',
  },
  'position-unknown': {
    kind: 'invalid',
    zh: '没有“{position}”这种意见。可选：{allowed}。',
    en: 'There is no position “{position}”. Choose one of: {allowed}.',
  },
  'outcome-not-allowed': {
    kind: 'invalid',
    zh: '“{kind}”类决定没有结果“{outcome}”。可选：{allowed}。',
    en: 'A decision of kind “{kind}” has no outcome “{outcome}”. Choose one of: {allowed}.',
  },
  'conflict-since-preparation': {
    kind: 'conflict',
    zh: '拟办之后发现专家组成员存在利益冲突，不能按原拟办意见批准。请退回经办人重新拟办。',
    en: 'A conflict of a panel member was found after this was prepared. Return it to be prepared again.',
  },
  'due-date-past': {
    kind: 'invalid',
    zh: '新的完成期限（{newDueAt}）已过。请填写今后的日期。',
    en: 'The new due date ({newDueAt}) has passed. Give a later one.',
  },
  'subject-superseded': {
    kind: 'conflict',
    zh: '提请事项已更新（现为第 {version} 版），您读到的不是现行版本。请重新阅读后再拟办。',
    en: 'The subject has changed meanwhile (it is version {version} now). Read it again before you prepare.',
  },
  'panel-member-cannot-decide': {
    kind: 'forbidden',
    zh: '您是本案评审专家组成员，不能拟定或批准该决定。请由其他人员办理。',
    en: 'You sat on the panel of this case, so you cannot prepare or approve its decision. Somebody else must.',
  },
  'amendment-empty': {
    kind: 'invalid',
    zh: '变更决定须写明变更后的条件。请补充。',
    en: 'An amendment must say which conditions hold from now on. Add them.',
  },
  'effective-date-early': {
    kind: 'invalid',
    zh: '生效日期 {effectiveDate} 早于提请决定之日（{first}）。请改正。',
    en: 'The effective date {effectiveDate} is before the day the decision was proposed ({first}). Correct it.',
  },
  'condition-missing': {
    kind: 'invalid',
    zh: '结果“{outcome}”须同时写明：{missing}。请补充。',
    en: 'The outcome “{outcome}” must set: {missing}. Add it.',
  },
  'panel-opinion-required': {
    kind: 'invalid',
    zh: '此类决定须依据本案评审（{reviewId}）的专家组意见。请在评审结束后引用该意见。',
    en: 'A decision of this kind rests on the opinion of the review {reviewId}. Cite it once the review is concluded.',
  },
  'rank-invalid': {
    kind: 'invalid',
    zh: '排序名次 {rank}/{of} 无效。名次应在 1 与参评数之间；单独决定的应为 1/1。',
    en: 'The rank {rank} of {of} is impossible. It lies between 1 and the number of cases; a round of one is 1 of 1.',
  },
  'case-not-ranked': {
    kind: 'invalid',
    zh: '所引用的排序轮次中没有本案。请先将本案列入该轮次排序，或不引用轮次（单独决定）。',
    en: 'The ranking cited does not contain this case. Rank the case first, or cite no ranking for a round of one.',
  },
  'reliance-unknown': {
    kind: 'invalid',
    zh: '规则包没有需要说明理由的规则“{rule}”。请核对规则名称。',
    en: 'The policy pack has no rule “{rule}” that takes a justification. Check its name.',
  },
  'preparation-superseded': {
    kind: 'conflict',
    zh: '您审阅的不是当前的拟办意见或对象版本（当前为第 {preparation} 稿）。请重新审阅后办理。',
    en: 'You read a preparation or a version that is no longer current (current: preparation {preparation}). Read that one and act again.',
  },
  'handler-cannot-decide': {
    kind: 'forbidden',
    zh: '经办人不能审批自己拟办的事项。请由其他有权审批的人员办理。',
    en: 'Whoever prepared a matter cannot decide it. Another decider must.',
  },
  'approved-already': {
    kind: 'state',
    zh: '您已同意，同一人不得重复审批。请等待其他审批人。',
    en: 'You have approved already; nobody counts twice. Wait for another decider.',
  },
  'department-opinion-outstanding': {
    kind: 'state',
    zh: '尚未收到有关部门的意见：{departments}。请等待答复，或由经办人员说明理由后不再等待。',
    en: 'Opinions are outstanding: {departments}. Wait for them, or have a handler waive them with a reason.',
  },
  'already-numbered': {
    kind: 'conflict',
    zh: '该决定已有编号 {number}，不能改编。请沿用原编号。',
    en: 'The decision has the number {number} already. Keep using that number.',
  },
  'not-yet-taken': {
    kind: 'state',
    zh: '决定尚未作出，不能编号或行文。',
    en: 'The decision has not been taken, so it can be neither numbered nor published.',
  },
  'change-pending': {
    kind: 'state',
    zh: '第 {change} 项变更正在审批。请先办结，再提出新的变更。',
    en: 'Change {change} is before the deciders. Settle it before proposing another.',
  },
  'change-superseded': {
    kind: 'conflict',
    zh: '没有待审批的第 {change} 项变更。请刷新后重新审阅。',
    en: 'Change {change} is not before the deciders. Reload and read what is.',
  },
  'change-not-fitting': {
    kind: 'state',
    zh: '决定处于“{status}”状态，不能“{act}”。可以：{possible}。',
    en: 'A decision in status “{status}” does not take the change “{act}”. It takes: {possible}.',
  },
  'correction-incomplete': {
    kind: 'invalid',
    zh: '更正须写明更正后的条款和理由全文。请补充。',
    en: 'A correction states the article and the reasons as they should read. Give both in full.',
  },
  'change-basis-unknown': {
    kind: 'invalid',
    zh: '没有依据类型“{basis}”。可选：{allowed}。',
    en: 'There is no basis “{basis}”. Choose one of: {allowed}.',
  },
  'change-basis-reference-missing': {
    kind: 'invalid',
    zh: '依据行政复议或法院裁判变更决定的，须填写文书编号。',
    en: 'The number of the ruling is missing. Give it for a change that follows a reconsideration or a court.',
  },
} as const satisfies ProblemCatalogue;
