import { application, lead, member, now, type Played, unit } from '../../testing/case-fixtures.ts';
import { actorFor, exampleCommands, histories } from '../../testing/case-histories.ts';
import { actionOf, admits, partyOf } from './available-actions.ts';
import type { ApplicationCommand } from './commands.ts';
import { statuses } from './state.ts';

const commands = Object.values(exampleCommands);

function codeOf(
  played: Played,
  command: ApplicationCommand,
  actor = actorFor[partyOf[actionOf[command.type]]],
) {
  const result = application.decider.decide(command, played.state, { now, actor });
  return 'refused' in result ? result.refused.code : 'accepted';
}

describe('every command', () => {
  const outside = commands.flatMap((command) =>
    statuses
      .filter((status) => status !== 'none' && !admits(status, command.type))
      .map((status) => [command.type, status, command] as const),
  );

  it.each(outside)('%s is refused while the case is %s', (type, status, command) => {
    const expected = type === 'DraftApplication' ? 'application-exists' : 'wrong-state';
    expect(codeOf(histories[status], command)).toBe(expected);
  });

  it.each(commands.filter(({ type }) => type !== 'DraftApplication'))(
    '$type is refused before there is a case',
    (command) => {
      expect(codeOf(histories.none, command)).toBe('application-unknown');
    },
  );

  const strangers = [
    { ...lead, organisation: 'org-other' },
    { ...unit, organisation: 'org-other' },
    { ...member, organisation: 'org-other' },
    { ...lead, role: 'auditor' },
    { ...lead, role: 'pdrc-decider' },
  ];

  it.each(commands.filter(({ type }) => type !== 'DraftApplication'))(
    '$type is refused to everyone but its party',
    (command) => {
      const status = statuses.find((candidate) => admits(candidate, command.type)) ?? 'none';
      const rightful = actorFor[partyOf[actionOf[command.type]]];
      const others = [...strangers, ...Object.values(actorFor).filter((actor) => actor !== rightful)];
      for (const actor of others) expect(codeOf(histories[status], command, actor)).toBe('not-permitted');
    },
  );
});
