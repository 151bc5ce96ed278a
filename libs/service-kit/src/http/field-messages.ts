/**
 * What is wrong with a field, in Chinese: validators tell it in English only. The first rule that fits the English
 * text says it; `$1`, `$2` are its captures.
 */
const rules: readonly (readonly [RegExp, string])[] = [
  [/^property .+ should not exist$/, '没有这个字段，请删除'],
  [/is not a parameter here$/, '没有这个查询参数，请删除'],
  [/longer than or equal to (\d+) and shorter than or equal to (\d+) characters/, '长度应为 $1–$2 个字符'],
  [/longer than or equal to (\d+) characters/, '长度不得少于 $1 个字符'],
  [/shorter than or equal to (\d+) characters/, '长度不得超过 $1 个字符'],
  [/must not be less than (-?\d+)/, '不得小于 $1'],
  [/must not be greater than (-?\d+)/, '不得大于 $1'],
  [/must contain at least (\d+) elements/, '至少应有 $1 项'],
  [/must contain no more than (\d+) elements/, '最多 $1 项'],
  [/must be one of the following values: (.*)$/, '应为下列之一：$1'],
  [/elements must be unique/, '各项不得重复'],
  [/must be an integer number/, '应为整数'],
  [/must be a number/, '应为数字'],
  [/must be a string/, '应为文本'],
  [/must be a boolean value/, '应为 true 或 false'],
  [/must be an array/, '应为列表'],
  [/must be either object or array|must be an object/, '应为对象'],
  [/must be an email/, '应为电子邮箱地址'],
  [/should not be (null or undefined|empty)/, '必须填写'],
  [/must be a code such as (\S+)/, '应为代码，例如 $1'],
  [/must be a period such as (\S+)/, '应为期间，例如 $1'],
  [/must be an identifier/, '应为标识符（字母、数字和 . _ : -）'],
  [/must be the key of a chapter/, '应为章节代码，或小写十六进制的 SHA-256'],
  [/must be a SHA-256/, '应为小写十六进制的 SHA-256'],
  [/must be an area code/, '应为区划代码，例如 220100'],
  [/must be a unified social credit code/, '应为 18 位统一社会信用代码'],
  [/must be an amount in fen/, '应为以分为单位的整数文本，例如 "150000"'],
  [/must be a day such as (\S+) or an instant such as (\S+)/, '应为日期（例如 $1）或时刻（例如 $2）'],
  [/must be a day such as (\S+)/, '应为日期，例如 $1'],
  [/must be an instant such as (\S+)/, '应为时刻，例如 $1'],
  [/must not hold (U\+[0-9A-F]+)/, '不得含有控制字符或双向排版字符（$1）'],
  [/must not hold control characters/, '不得含有控制字符'],
  [/must be one ETag/, '应为一个 ETag，例如 "3"'],
  [/is not a consistency token/, '不是有效的一致性令牌'],
  [/is needed with this outcome/, '选择该结果时必须填写'],
  [/is nested too deeply/, '嵌套层次过深'],
  [/body is too large/i, '请求内容过大'],
  [/unsupported media type/i, '不支持这种内容类型，请使用 application/json'],
  [/body must be UTF-8/, '请求正文应为 UTF-8 编码'],
  [/body must not be compressed/, '请求正文不得压缩'],
  [/body cannot be empty/i, '请求正文不得为空；没有内容时请发送 {}'],
  [/number beyond what can be stored/, '数值超出可存储的范围'],
  [/JSON/, '不是有效的 JSON'],
  [/headers are too large/, '请求头过大'],
  [/did not arrive in time/, '请求未及时送达'],
  [/not HTTP\/1\.1/, '不是有效的 HTTP/1.1 请求'],
  [/not a valid url component/, '网址中的百分号编码有误'],
  [/(UR[IL]|max param length)/i, '网址过长或有误'],
];

/** The message in Chinese; one that no rule knows comes with the English text. */
export function inChinese(message: string): string {
  for (const [pattern, chinese] of rules) {
    const found = pattern.exec(message);
    if (found === null) continue;
    const each = message.startsWith('each value in ') ? '每一项' : '';
    return each + chinese.replace(/\$(\d)/g, (_all, group: string) => found[Number(group)] ?? '');
  }
  return `不符合要求（${message}）`;
}
