import { isCalendarDate } from '../calendar.ts';
import type { PolicyPack } from '../policy-pack.ts';
import type { DecisionKindRules } from '../schema/decision.ts';
import type { Origin } from '../schema/parameter.ts';
import type { ReviewKind } from '../schema/review.ts';
import type { PolicyPackProblem } from './invalid-policy-pack.ts';

type Problems = readonly PolicyPackProblem[];

/** What parts of a pack contradict each other: references into nothing, repeated codes, impossible values. */
export function consistencyProblems(pack: PolicyPack): Problems {
  return [
    ...dateProblems(pack),
    ...nameProblems(pack),
    ...repeatedCodes(pack),
    ...originProblems(pack),
    ...outlineProblems(pack),
    ...pack.reviewKinds.flatMap((kind, index) => reviewProblems(pack, kind, `/reviewKinds/${index}`)),
    ...pack.decisionKinds.flatMap((kind, index) => decisionProblems(pack, kind, `/decisionKinds/${index}`)),
    ...gradeProblems(pack),
  ];
}

function dateProblems({ regulation }: PolicyPack): Problems {
  const { effectiveFrom, effectiveUntil } = regulation;
  const dates = { issuedOn: regulation.issuedOn, effectiveFrom, effectiveUntil };
  const wrong = Object.entries(dates).filter(([, date]) => date !== null && !isCalendarDate(date));
  return [
    ...wrong.map(([name]) => problem(`/regulation/${name}`, 'is not a day of the calendar')),
    ...(effectiveUntil !== null && effectiveUntil < effectiveFrom
      ? [problem('/regulation/effectiveUntil', 'comes before effectiveFrom')]
      : []),
  ];
}

function nameProblems({ names }: PolicyPack): Problems {
  return (['zh', 'en'] as const)
    .filter((language) => {
      const { pattern, placeholder } = names[language];
      return pattern.split(placeholder).length !== 2;
    })
    .map((language) => problem(`/names/${language}/pattern`, 'must hold its placeholder exactly once'));
}

function repeatedCodes(pack: PolicyPack): Problems {
  const { attachmentKinds, conditions, contributionForms, legalForms, investmentSources } = pack;
  const { reviewKinds, decisionKinds, gradeScales, bans, tiers } = pack;
  const lists = {
    attachmentKinds,
    conditions,
    contributionForms,
    legalForms,
    investmentSources,
    reviewKinds,
    decisionKinds,
    gradeScales,
    bans,
    tiers,
  };
  return Object.entries(lists).flatMap(([list, entries]) =>
    repeated(
      `/${list}`,
      'code',
      entries.map(({ code }) => code),
    ),
  );
}

function outlineProblems({ outline, articles }: PolicyPack): Problems {
  const { chapters, summaryChapter, article } = outline;
  const keys = chapters.map(({ key }) => key);
  return [
    ...repeated('/outline/chapters', 'key', keys),
    ...unknown('/outline/summaryChapter', summaryChapter, keys),
    ...unknown(
      '/outline/article',
      article,
      articles.map(({ reference }) => reference),
    ),
    ...chapters.flatMap(({ sections }, index) =>
      repeated(
        `/outline/chapters/${index}/sections`,
        'key',
        sections.map(({ key }) => key),
      ),
    ),
  ];
}

function reviewProblems(pack: PolicyPack, kind: ReviewKind, path: string): Problems {
  const decision = pack.decisionKinds.find(({ code }) => code === kind.decisionKind);
  const outcomes = decision?.outcomes.map(({ code }) => code) ?? [];
  return [
    ...unknown(
      `${path}/decisionKind`,
      kind.decisionKind,
      pack.decisionKinds.map(({ code }) => code),
    ),
    ...repeated(
      `${path}/steps`,
      'code',
      kind.steps.map(({ code }) => code),
    ),
    ...repeated(
      `${path}/conclusions`,
      'code',
      kind.conclusions.map(({ code }) => code),
    ),
    ...kind.conclusions.flatMap(({ proposes }, index) =>
      decision === undefined ? [] : unknown(`${path}/conclusions/${index}/proposes`, proposes, outcomes),
    ),
    ...scoresheetProblems(kind, `${path}/scoresheet`),
  ];
}

function scoresheetProblems({ scoresheet, conclusions, steps }: ReviewKind, path: string): Problems {
  if (scoresheet === null) return [];
  const { criteria, bands, stageWeights } = scoresheet;
  const known = conclusions.map(({ code }) => code);
  const weights = stageWeights.reduce((sum, { percent }) => sum + percent.value, 0);
  return [
    ...repeated(
      `${path}/criteria`,
      'code',
      criteria.map(({ code }) => code),
    ),
    ...criteria.flatMap(({ floor }, index) =>
      floor === undefined
        ? []
        : unknown(`${path}/criteria/${index}/floor/conclusion`, floor.conclusion, known),
    ),
    ...bands.flatMap(({ conclusion }, index) =>
      unknown(`${path}/bands/${index}/conclusion`, conclusion, known),
    ),
    ...descending(
      `${path}/bands`,
      bands.map(({ from }) => from.value),
    ),
    ...stageWeights.flatMap(({ step }, index) =>
      unknown(
        `${path}/stageWeights/${index}/step`,
        step,
        steps.map(({ code }) => code),
      ),
    ),
    ...(stageWeights.length > 0 && weights !== 100
      ? [problem(`${path}/stageWeights`, `must add up to 100 percent, not ${weights}`)]
      : []),
  ];
}

function decisionProblems(pack: PolicyPack, kind: DecisionKindRules, path: string): Problems {
  const review = pack.reviewKinds.find(({ code }) => code === kind.reviewKind);
  const conclusions = review?.conclusions.map(({ code }) => code) ?? [];
  return [
    ...(kind.reviewKind === null
      ? []
      : unknown(
          `${path}/reviewKind`,
          kind.reviewKind,
          pack.reviewKinds.map(({ code }) => code),
        )),
    ...repeated(
      `${path}/outcomes`,
      'code',
      kind.outcomes.map(({ code }) => code),
    ),
    ...kind.outcomes.flatMap(({ follows, reliesOn }, index) => [
      ...(follows ?? []).flatMap((conclusion) =>
        unknown(`${path}/outcomes/${index}/follows`, conclusion, conclusions),
      ),
      ...reliesOn.flatMap((name) =>
        unknown(`${path}/outcomes/${index}/reliesOn`, name, Object.keys(pack.parameters)),
      ),
    ]),
  ];
}

function gradeProblems({ gradeScales }: PolicyPack): Problems {
  return gradeScales.flatMap(({ grades, floors, streaks, forcedQuotas, equivalences }, index) => {
    const path = `/gradeScales/${index}`;
    const codes = grades.map(({ code }) => code);
    const scores = grades.flatMap(({ from }) => (from === null ? [] : [from.value]));
    const named = { floors, streaks, forcedQuotas, equivalences };
    return [
      ...repeated(`${path}/grades`, 'code', codes),
      ...(scores.length === 0 ? [] : descending(`${path}/grades`, scores)),
      ...Object.entries(named).flatMap(([list, entries]) =>
        entries.flatMap(({ grade }, at) => unknown(`${path}/${list}/${at}/grade`, grade, codes)),
      ),
      ...streaks.flatMap(({ becomes }, at) => unknown(`${path}/streaks/${at}/becomes`, becomes, codes)),
    ];
  });
}

/** Every origin cites an article that the pack lists. */
function originProblems(pack: PolicyPack): Problems {
  const known = new Set(pack.articles.map(({ reference }) => reference));
  const walk = (value: unknown, path: string): Problems => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, member]) =>
      key === 'origin' ? citedArticle(member, `${path}/origin`, known) : walk(member, `${path}/${key}`),
    );
  };
  return walk(pack, '');
}

function citedArticle(origin: Origin, path: string, known: ReadonlySet<string>): Problems {
  if (origin.kind === 'platform-default' || known.has(origin.article)) return [];
  return [problem(`${path}/article`, `cites "${origin.article}", which is not among the pack's articles`)];
}

/** Thresholds run from the highest down to 0, so that every score falls somewhere. */
function descending(path: string, values: readonly number[]): Problems {
  if (values.length === 0) return [];
  const falls = values.every((value, index) => index === 0 || value < (values[index - 1] ?? 0));
  return falls && values.at(-1) === 0 ? [] : [problem(path, 'must run from the highest down to 0')];
}

function repeated(path: string, member: string, codes: readonly string[]): Problems {
  return codes.flatMap((code, index) =>
    codes.indexOf(code) === index ? [] : [problem(`${path}/${index}/${member}`, `repeats "${code}"`)],
  );
}

function unknown(path: string, value: string, known: readonly string[]): Problems {
  if (known.includes(value)) return [];
  return [problem(path, `"${value}" is not defined in the pack; defined are ${known.join(', ') || 'none'}`)];
}

function problem(path: string, message: string): PolicyPackProblem {
  return { path, message };
}
