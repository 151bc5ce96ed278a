import { chineseCitation, chineseDate } from './chinese-text.ts';
import type { DecisionConditions, DecisionPrint } from './decision-model.ts';

/** Words of a document: its title, how it opens and closes, and what is decided. */
export interface DecisionWording {
  readonly title: string;
  /** First paragraph, up to 如下：. */
  readonly opening: string;
  readonly ruling: string;
  readonly requirements: readonly string[];
  readonly closing: string;
}

interface KindWording {
  /** Part of the title after 关于. */
  readonly subject: (center: string) => string;
  /** 批复 answers a request, 决定 does not. */
  readonly form: '批复' | '决定';
  readonly rulings: Readonly<Record<string, (model: DecisionPrint) => string>>;
}

/** Kinds and outcomes with wording of their own; what a policy pack adds is worded by its titles. */
const kinds: Readonly<Record<string, KindWording>> = {
  formation: {
    subject: (center) => `${center}组建方案`,
    form: '批复',
    rulings: {
      approved: ({ leadUnitName, centerName }) =>
        `同意${leadUnitName}牵头组建${centerName}。所报组建方案（内容以附件所列哈希为准）作为组建、调整和验收的依据。`,
      declined: ({ centerName }) => `不同意组建${centerName}。`,
    },
  },
  adjustment: {
    subject: (center) => `调整${center}组建计划`,
    form: '批复',
    rulings: {
      approved: ({ centerName }) => `同意所报${centerName}组建计划的调整，未涉及的内容仍按原批复执行。`,
      declined: ({ centerName }) => `不同意所报${centerName}组建计划的调整，仍按原批复执行。`,
    },
  },
  acceptance: {
    subject: (center) => `${center}验收结果`,
    form: '批复',
    rulings: {
      accepted: ({ centerName }) => `验收合格，正式核定为“${centerName}”，并予授牌。`,
      rectification: () => '验收不合格，限期改进，期满后另行申请验收。',
      'not-accepted': () => '限期改进后的验收仍不合格。',
    },
  },
  'formation-revocation': {
    subject: (center) => `撤销${center}组建批复`,
    form: '决定',
    rulings: {
      revoked: ({ centerName }) => `撤销${centerName}的组建批复。`,
      rectification: ({ centerName }) => `暂不撤销${centerName}的组建批复，再次限期改进。`,
    },
  },
};

/** Builds the wording of a decision from its kind, outcome, provisions and conditions. */
export function decisionWording(model: DecisionPrint): DecisionWording {
  const kind = Object.hasOwn(kinds, model.kind.code) ? kinds[model.kind.code] : undefined;
  const form = kind?.form ?? '决定';
  const subject = kind?.subject(model.centerName) ?? `${model.centerName}${model.kind.title.zh}`;
  const ruling =
    kind?.rulings[model.outcome.code]?.(model) ?? `${model.kind.title.zh}：${model.outcome.title.zh}。`;
  return {
    title: model.title ?? `${model.issuer.shortName ?? model.issuer.name}关于${subject}的${form}`,
    opening: `${received(model)}${basis(model)}，经研究，现${form === '批复' ? '批复' : '决定'}如下：`,
    ruling,
    requirements: requirements(model.conditions ?? {}),
    closing: form === '批复' ? '此复。' : '特此决定。',
  };
}

function received({ request }: DecisionPrint): string {
  return request
    ? `《${request.title}》${request.number === undefined ? '' : `（${request.number}）`}收悉。`
    : '';
}

function basis({ regulation, articles }: DecisionPrint): string {
  const written = articles.filter((article) => !/^(?:interpretation of|platform default)/.test(article));
  return `根据《${regulation.title}》（${regulation.number}）${written.map(chineseCitation).join('、')}`;
}

function requirements(conditions: DecisionConditions): readonly string[] {
  const { rectificationMonths, newDueDate, effectiveDate } = conditions;
  return [
    ...(rectificationMonths === undefined ? [] : [`改进期限为${rectificationMonths}个月。`]),
    ...(newDueDate === undefined ? [] : [`完成期限为${chineseDate(newDueDate)}。`]),
    ...(effectiveDate === undefined ? [] : [`自${chineseDate(effectiveDate)}起生效。`]),
    ...(conditions.requirements ?? []),
  ];
}
