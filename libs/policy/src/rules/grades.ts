import type { Grade, GradeScale } from '../schema/operation.ts';
import { reaches } from './limits.ts';

/** What a grade is computed from. */
export interface GradeInput {
  readonly score: number;
  /** Values of indicators that hard floors are about; one that is missing is not checked. */
  readonly indicators?: Readonly<Record<string, number>>;
  /** Grades of the times before, the latest last. */
  readonly history?: readonly string[];
}

/** A grade with the rule that gave it. */
export interface GradeResult {
  readonly grade: Grade;
  readonly because: 'score' | 'floor' | 'streak';
  /** Indicators with a floor that were not given: "not checked", never "passed". */
  readonly notChecked: readonly string[];
}

/** The grade of a score: hard floors beat the score, and a streak of a grade beats both. */
export function gradeOf(scale: GradeScale, input: GradeInput): GradeResult {
  const { indicators = {}, history = [] } = input;
  const notChecked = scale.floors
    .map(({ indicator }) => indicator)
    .filter((indicator) => indicators[indicator] === undefined);
  const floor = scale.floors.find(({ indicator, minimum }) => {
    const value = indicators[indicator];
    return value !== undefined && !reaches(value, minimum);
  });
  const first = floor === undefined ? gradeByScore(scale, input.score) : getGrade(scale, floor.grade);
  const streak = scale.streaks.find(
    ({ grade, times }) => grade === first.code && isStreak([...history, first.code], grade, times.value),
  );
  if (streak !== undefined) {
    return { grade: getGrade(scale, streak.becomes), because: 'streak', notChecked };
  }
  return { grade: first, because: floor === undefined ? 'score' : 'floor', notChecked };
}

function gradeByScore(scale: GradeScale, score: number): Grade {
  const grade = scale.grades.find(({ from }) => from !== null && reaches(score, from));
  if (grade === undefined) throw new RangeError(`No grade of "${scale.code}" fits the score ${score}.`);
  return grade;
}

function getGrade(scale: GradeScale, code: string): Grade {
  const grade = scale.grades.find((candidate) => candidate.code === code);
  if (grade === undefined) throw new RangeError(`"${scale.code}" has no grade "${code}".`);
  return grade;
}

function isStreak(history: readonly string[], grade: string, times: number): boolean {
  return history.length >= times && history.slice(-times).every((one) => one === grade);
}
