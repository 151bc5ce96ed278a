import type { ProblemCatalogue } from '@iic/event-sourcing';

const lifecycleProblems = {
  'review-unknown': {
    kind: 'not-found',
    zh: '没有该评审。请核对编号；申请受理后评审才会建立。',
    en: 'There is no such review. Check the identifier; a review begins when the application is accepted.',
  },
  'review-kind-unknown': {
    kind: 'invalid',
    zh: '本案适用的规则包没有“{kind}”评审。可选：{allowed}。',
    en: 'The policy pack of this case has no review of kind “{kind}”. It has: {allowed}.',
  },
  'review-stages-unsupported': {
    kind: 'invalid',
    zh: '规则包要求“{kind}”评审分阶段加权评分，平台暂不支持。请联系平台管理员，或改用单阶段评分的规则包。',
    en: 'The policy pack scores reviews of kind “{kind}” in weighted stages, which the platform cannot do yet. Use a pack that scores in one.',
  },
  'review-already-open': {
    kind: 'conflict',
    zh: '该编号的评审已针对另一版本启动。请为新版本另行启动评审。',
    en: 'The review under this identifier is about another version. Open one of its own for the new version.',
  },
  'review-step-passed': {
    kind: 'state',
    zh: '评审处于“{status}”状态，不能办理“{act}”。现在可以办理：{possible}。',
    en: 'The review is in status “{status}”, where {act} is not possible. Possible now: {possible}.',
  },
  'review-concluded': {
    kind: 'state',
    zh: '评审已经结束，不能再办理此事项。如发现利益冲突，仍可登记。',
    en: 'The review is concluded and cannot be changed. A conflict found now can still be recorded.',
  },
  'review-withdrawn': {
    kind: 'state',
    zh: '评审已终止，不能再办理任何事项。',
    en: 'The review was withdrawn; nothing can be done in it any longer.',
  },
} as const satisfies ProblemCatalogue;

const drawProblems = {
  'seed-holders-complete': {
    kind: 'state',
    zh: '本次抽签的两名种子持有人均已承诺。请冻结候选池，或取消本次抽签。',
    en: 'Both seed holders of this attempt have committed. Freeze the pool, or cancel the attempt.',
  },
  'seed-holder-twice': {
    kind: 'conflict',
    zh: '您已为本次抽签提交种子承诺。第二个种子必须由另一人提交。',
    en: 'You have committed a seed for this attempt. The second seed must come from another person.',
  },
  'commitment-repeated': {
    kind: 'conflict',
    zh: '该承诺已由另一人提交。请用自己的随机种子重新计算承诺。',
    en: 'Another person has committed to this value. Compute the commitment from a seed of your own.',
  },
  'seeds-missing': {
    kind: 'state',
    zh: '冻结候选池前须有两人提交种子承诺，目前仅 {count} 人。',
    en: 'Two persons must commit seeds before the pool is frozen; so far {count} have.',
  },
  'candidates-unknown': {
    kind: 'invalid',
    zh: '专家库中没有：{experts}。请先入库，或从候选名单中删除。',
    en: 'The register does not know {experts}. Register them first, or leave them out.',
  },
  'candidate-repeated': {
    kind: 'invalid',
    zh: '候选人 {expertId} 出现了不止一次。每人只列一次。',
    en: 'The candidate {expertId} is listed more than once. List everyone once.',
  },
  'salt-invalid': {
    kind: 'invalid',
    zh: '每名候选人须有各自的 32 字节随机盐（64 位小写十六进制），不得重复。',
    en: 'A salt is missing, malformed or used twice. Give every candidate 32 fresh random bytes as 64 lower-case hex digits.',
  },
  'pool-insufficient': {
    kind: 'state',
    zh: '候选池（{eligible} 人，另有 {excluded} 人因利益冲突或暂停被排除）无法组成 {seats} 人且符合条件（{minimums}）的评审组。请补充候选人。',
    en: 'From this pool ({eligible} eligible, {excluded} kept out) no panel of {seats} with {minimums} can be composed. Add candidates.',
  },
  'not-a-seed-holder': {
    kind: 'forbidden',
    zh: '您没有为本次抽签提交种子承诺，因此没有可公开的种子。',
    en: 'You did not commit a seed for this attempt, so there is none for you to open.',
  },
  'seed-already-open': {
    kind: 'state',
    zh: '您的种子已经公开。请等待另一名持有人公开种子。',
    en: 'Your seed is open already. Wait for the other holder.',
  },
  'seed-mismatch': {
    kind: 'invalid',
    zh: '该种子与您提交的承诺不符。请提交承诺时所用的种子；种子遗失的，请取消本次抽签。',
    en: 'The seed does not match your commitment. Give the seed you committed to; if it is lost, cancel the attempt.',
  },
  'nothing-to-cancel': {
    kind: 'state',
    zh: '本次抽签尚未开始，没有可取消的内容。',
    en: 'This attempt of the draw has not begun; there is nothing to cancel.',
  },
  'scoring-begun': {
    kind: 'state',
    zh: '已有评分表，不能取消抽签。只有当席位空缺且候选次序已用尽时才可以取消。',
    en: 'Scoresheets exist, so the draw cannot be cancelled, unless a seat is vacant and the order is exhausted.',
  },
} as const satisfies ProblemCatalogue;

const panelProblems = {
  'not-on-panel': {
    kind: 'invalid',
    zh: '{expertId} 不是本评审组成员。请核对编号。',
    en: '{expertId} is not on the panel of this review. Check the identifier.',
  },
  'not-a-candidate': {
    kind: 'invalid',
    zh: '{expertId} 不在本评审的候选池中。请核对编号。',
    en: '{expertId} is not in the pool of this review. Check the identifier.',
  },
  'not-yourself': {
    kind: 'forbidden',
    zh: '每名成员只能为本人办理此事项。请由该成员本人登录办理。',
    en: 'Every member does this for itself only. Ask that member to sign in and do it.',
  },
  'already-accepted': {
    kind: 'state',
    zh: '您已接受邀请。如不能继续参加，请联系经办人员；如有利益冲突，请申报。',
    en: 'You have accepted already. If you cannot take part, tell the handler; if there is a conflict, declare it.',
  },
  'no-conflict-undeclared': {
    kind: 'invalid',
    zh: '接受邀请须声明没有利益冲突。如有冲突，请申报利益冲突。',
    en: 'Whoever accepts declares to have no conflict. If there is one, declare the conflict instead.',
  },
  'invitation-open': {
    kind: 'state',
    zh: '您尚未接受邀请。请先接受邀请。',
    en: 'You have not accepted the invitation yet. Accept it first.',
  },
  'no-vacant-seat': {
    kind: 'state',
    zh: '评审组没有无法递补的空缺席位，不能缩减。请等待受邀人员答复，或按次序递补。',
    en: 'No seat is vacant beyond replacement, so the panel stays as drawn. Wait for those invited.',
  },
  'panel-too-small': {
    kind: 'state',
    zh: '规则包不允许 {seated} 人的评审组，或其资格构成不符合要求。可以取消抽签后重新抽取。',
    en: 'The rules do not allow a panel of these {seated} members. Cancel the draw and draw from a larger pool.',
  },
  'conflict-recorded': {
    kind: 'state',
    zh: '{expertId} 的利益冲突已有记录，无需重复登记。',
    en: 'A conflict of {expertId} is on record already; nothing to add.',
  },
} as const satisfies ProblemCatalogue;

const argumentProblems = {
  'date-invalid': {
    kind: 'invalid',
    zh: '“{date}”不是有效日期。请按 YYYY-MM-DD 填写。',
    en: '“{date}” is not a day of the calendar. Write it as YYYY-MM-DD.',
  },
  'expert-suspended-since': {
    kind: 'state',
    zh: '您的专家资格已被暂停，不能参加本次评审。如有疑问，请联系省发展改革委经办处室。',
    en: 'You were suspended as an expert, so you cannot take part in this review. Ask the PDRC handler if that is wrong.',
  },
  'conflict-since-draw': {
    kind: 'state',
    zh: '专家库显示您与 {organisation} 存在利益冲突，不能参加本次评审。请声明利益冲突，由下一顺位专家递补。',
    en: 'By the register of experts you have a conflict of interest with {organisation}. Declare it, so that the next expert takes the seat.',
  },
  'pool-too-large': {
    kind: 'invalid',
    zh: '候选专家超过 {largest} 人。请在请求中列出不超过此数的候选专家，并说明选取办法。',
    en: 'There are more than {largest} candidates. Name at most so many, chosen by a rule you can explain.',
  },
  'visit-before-invitation': {
    kind: 'invalid',
    zh: '该日专家 {expertId} 尚未受邀，不可能参加考察。请核对考察日期和参加人员。',
    en: 'Expert {expertId} had not been invited on that day. Check the date of the visit and who went.',
  },
  'visit-in-future': {
    kind: 'invalid',
    zh: '考察日期 {date} 在今天之后。请在考察结束后登记。',
    en: 'The visit on {date} has not taken place yet. Record it afterwards.',
  },
  'visit-unattended': {
    kind: 'invalid',
    zh: '考察至少须有一名评审组成员参加。请列出参加人员。',
    en: 'At least one panel member takes part in a site visit. Name those who did.',
  },
  'site-visit-required': {
    kind: 'state',
    zh: '本类评审须先实地考察。请先登记考察情况。',
    en: 'A site visit comes first in this kind of review. Record it before scoring and opinion.',
  },
  'no-scoresheet': {
    kind: 'state',
    zh: '本类评审没有评分表。请直接形成专家组意见。',
    en: 'This kind of review has no scoresheet. Go on to the panel opinion.',
  },
  'scoresheet-exists': {
    kind: 'state',
    zh: '您已提交评分表。如需改动，请修改原评分表并说明理由。',
    en: 'You have submitted a scoresheet. Revise it, with a reason.',
  },
  'scoresheet-missing': {
    kind: 'state',
    zh: '您尚未提交评分表，没有可修改的内容。',
    en: 'You have not submitted a scoresheet; there is none to revise.',
  },
  'criteria-mismatch': {
    kind: 'invalid',
    zh: '评分表须对每项标准各评一次分。本表的标准：{expected}。',
    en: 'A scoresheet scores every criterion exactly once. The criteria: {expected}.',
  },
  'points-out-of-range': {
    kind: 'invalid',
    zh: '“{criterion}”应为 0 至 {maximum} 的整数分，现为 {points}。',
    en: '“{criterion}” takes whole points from 0 to {maximum}; {points} was given.',
  },
  'scoresheets-outstanding': {
    kind: 'state',
    zh: '还有 {count} 名成员未提交评分表。请等全部提交后再形成意见。',
    en: '{count} members have not submitted a scoresheet. Wait for them before recording the opinion.',
  },
  'recommendation-unknown': {
    kind: 'invalid',
    zh: '没有结论“{recommendation}”。可选：{allowed}。',
    en: 'There is no recommendation “{recommendation}”. Choose one of: {allowed}.',
  },
  'recommendation-barred': {
    kind: 'invalid',
    zh: '平均分 {average} 不符合“{recommendation}”的硬性要求。请更正结论。',
    en: 'The mean score {average} does not allow the recommendation “{recommendation}”. Change the recommendation.',
  },
  'opinion-superseded': {
    kind: 'conflict',
    zh: '您阅读的意见不是当前版本。请重新阅读后签署。',
    en: 'The opinion you read is not the current one. Read the current one and sign that.',
  },
  'already-signed': {
    kind: 'state',
    zh: '您已签署该意见，无需重复签署。',
    en: 'You have signed this opinion already; nothing to do.',
  },
  'signatures-outstanding': {
    kind: 'state',
    zh: '还有 {count} 名成员未签署意见。请等全部签署后再结束评审。',
    en: '{count} members have not signed the opinion. Wait for them before concluding.',
  },
} as const satisfies ProblemCatalogue;

export const reviewProblems = {
  ...lifecycleProblems,
  ...drawProblems,
  ...panelProblems,
  ...argumentProblems,
} as const satisfies ProblemCatalogue;
