import type { ProblemCatalogue } from '@iic/event-sourcing';
import { readModelProblems } from '@iic/read-models';

/** Problems every service may answer with. */
export const kitProblems = {
  ...readModelProblems,
  'access-denied': {
    kind: 'forbidden',
    zh: '您的角色无权执行此操作。请以有权角色登录，或请有权人员办理。',
    en: 'Your role may not do this. Sign in with a role that may, or ask somebody who has it.',
  },
  'clock-jump': {
    kind: 'state',
    zh: '服务器时钟异常，暂停办理。请联系系统管理员核对时钟后重试。',
    en: 'The server clock is off, so nothing is recorded. Ask the system administrator to check it, then retry.',
  },
  'concurrent-change': {
    kind: 'conflict',
    zh: '同一事项正被他人频繁修改，本次未办理。请重新读取后再试。',
    en: 'Others kept changing the same matter, nothing was recorded. Read it again and retry.',
  },
  'cursor-beyond-head': {
    kind: 'state',
    zh: '游标 {after} 超出已记录的最后一个事件（{head}）。请确认游标来自本服务；如该服务从备份恢复过，请联系系统管理员后从较早的游标重新读取。',
    en: 'The cursor {after} lies beyond the newest event ({head}). Check that it came from this service; if the service was restored from a backup, ask its administrator, then read again from an earlier cursor.',
  },
  'event-invalid': {
    kind: 'invalid',
    zh: '填写的内容无法作为事件“{type}”记录（{fault}），本次未办理。请检查填写内容；如无误，请将 instance 告知系统管理员。',
    en: 'What was sent cannot be recorded as “{type}” ({fault}), and nothing was done. Check it; if it is right, give the administrator the instance.',
  },
  'event-store-unavailable': {
    kind: 'state',
    zh: '事件存储没有应答，不能确定本次是否已经办理。请稍后用同一 Idempotency-Key 重试，不会重复办理。',
    en: 'The event store did not answer, so it is not known whether this was done. Retry later with the same Idempotency-Key; it takes effect once.',
  },
  'idempotency-key-required': {
    kind: 'invalid',
    zh: '缺少 Idempotency-Key 请求头。请为每一次办理生成一个新的键（1–200 个可见 ASCII 字符）。',
    en: 'The Idempotency-Key header is missing. Make a new key (1–200 visible ASCII characters) for each command.',
  },
  'idempotency-key-reused': {
    kind: 'invalid',
    zh: '该 Idempotency-Key 已用于内容不同的请求。新的办理请使用新的键。',
    en: 'This Idempotency-Key was used for a command with other content. Use a new key for a new command.',
  },
  'if-match-required': {
    kind: 'precondition',
    zh: '修改须带 If-Match 请求头，其值为读取时得到的 ETag。',
    en: 'A change needs the If-Match header with the ETag you got when reading.',
  },
  'invalid-request': {
    kind: 'invalid',
    zh: '请求内容不符合要求，详见 errors。',
    en: 'The request is not as it must be; see errors.',
  },
  'internal-error': {
    kind: 'state',
    zh: '系统内部错误，本次未办理。请用同一 Idempotency-Key 重试；如仍失败，请将 instance 告知系统管理员。',
    en: 'Something failed inside. Retry with the same Idempotency-Key; if it fails again, give the administrator the instance.',
  },
  'issuer-unavailable': {
    kind: 'state',
    zh: '身份认证服务暂时不可用，请稍后重试。',
    en: 'The sign-in service cannot be reached just now; retry in a moment.',
  },
  'key-shredded': {
    kind: 'state',
    zh: '该个人信息的密钥已销毁，不能再写入。',
    en: 'The key of this person’s data was destroyed; nothing more can be written for them.',
  },
  'method-not-allowed': {
    kind: 'invalid',
    zh: '该地址不支持此请求方法。可用方法：{allowed}。',
    en: 'This address does not take the method. It takes: {allowed}.',
  },
  'not-canonical': {
    kind: 'invalid',
    zh: '文本含有不成对的代理字符等无法存储的内容，请改正后重试。',
    en: 'The text holds something that cannot be stored, such as half of a surrogate pair. Correct it and retry.',
  },
  'not-found': {
    kind: 'not-found',
    zh: '没有该事项，或您无权查看。',
    en: 'There is no such thing, or you may not see it.',
  },
  'not-yet-visible': {
    kind: 'state',
    zh: '所等待的事件尚未处理完毕，请稍后重试。',
    en: 'The event you wait for has not been handled yet; retry in a moment.',
  },
  'read-model-unavailable': {
    kind: 'state',
    zh: '查询暂不可用，办理不受影响。请稍后重试。',
    en: 'This query is not available just now; commands are. Retry in a moment.',
  },
  'service-unavailable': {
    kind: 'state',
    zh: '该服务正在恢复，请稍后用同一幂等键重试。',
    en: 'This service is coming back. Send the same request with the same key again in a moment.',
  },
  'stale-revision': {
    kind: 'precondition',
    zh: '该事项已被修改（当前版本 {actual}，您读到的是 {expected}）。请重新读取后再改。',
    en: 'It was changed meanwhile (revision {actual}, you saw {expected}). Read it again before you change it.',
  },
  'store-unavailable': {
    kind: 'state',
    zh: '存储暂时不可写，本次未办理。请稍后用同一 Idempotency-Key 重试。',
    en: 'The store cannot record just now, nothing was done. Retry later with the same Idempotency-Key.',
  },
  unauthenticated: {
    kind: 'forbidden',
    zh: '请先登录：缺少访问令牌，或令牌无效、已过期。',
    en: 'Sign in first: the access token is missing, not valid or expired.',
  },
} as const satisfies ProblemCatalogue;

/** Statuses of problems whose kind does not tell it. */
export const kitStatuses: Readonly<Record<string, number>> = {
  'clock-jump': 503,
  'event-store-unavailable': 503,
  'idempotency-key-required': 400,
  'if-match-required': 428,
  'internal-error': 500,
  'invalid-cursor': 400,
  'invalid-request': 400,
  'issuer-unavailable': 503,
  'method-not-allowed': 405,
  'not-yet-visible': 503,
  'read-model-unavailable': 503,
  'service-unavailable': 503,
  'store-unavailable': 503,
  unauthenticated: 401,
};
