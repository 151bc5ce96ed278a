import type { Finding } from '@iic/event-sourcing';
import type { Justification } from './commands.ts';
import type { ProjectFinding } from './events.ts';
import { type Denied, deny } from './refuse.ts';

/** Whether these findings let the command go on with these justifications; undefined when they do. */
export function stoppedBy(
  findings: readonly Finding[],
  justifications: readonly Justification[],
): Denied | undefined {
  const hard = findings.filter(({ strength }) => strength === 'hard');
  if (hard.length > 0) return deny('rule-violated', { params: { findings: codes(hard) }, findings });
  const open = findings.filter(
    ({ strength, code }) => strength === 'needs-justification' && textFor(code, justifications) === null,
  );
  if (open.length === 0) return undefined;
  return deny('findings-need-justification', { params: { findings: codes(open) }, findings });
}

/** The findings as the event keeps them, each with its justification where one was given. */
export function recorded(
  findings: readonly Finding[],
  justifications: readonly Justification[],
): ProjectFinding[] {
  return findings.map(({ code, strength, article, params }) => ({
    code,
    strength,
    article,
    params: { ...params },
    justification: textFor(code, justifications),
  }));
}

function textFor(code: string, justifications: readonly Justification[]): string | null {
  const text = justifications.find(({ finding }) => finding === code)?.text.trim() ?? '';
  return text === '' ? null : text;
}

function codes(findings: readonly Finding[]): string {
  return findings.map(({ code }) => code).join(', ');
}
