import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { settingDefinitions } from '@iic/service-kit';
import { code, type Documents, page, table } from './markdown.ts';

const root = join(import.meta.dirname, '../..');

/** Commands with arguments, by what one types, and the file that takes the arguments. */
const commands: Readonly<Record<string, string>> = {
  'npm start': 'deploy/local/dist/start.js',
  'npm run start:services': 'deploy/local/dist/start-services.js',
  'npm run lifecycle': 'deploy/local/dist/lifecycle.js',
  'npm run token': 'deploy/local/dist/token.js',
  'npm run engines': 'test/engines/main.ts',
  'npm run topics': 'deploy/local/dist/topics.js',
  'npm run parked': 'deploy/local/dist/parked.js',
  'npm run migrate': 'deploy/local/dist/migrate.js',
  'npm run backup': 'deploy/local/dist/backup.js',
  'npm run restore': 'deploy/local/dist/restore.js',
  'npm run bench': 'test/bench/main.ts',
};

/** What a command says of itself, whatever the environment of the one who asks. */
function helpOf(file: string): string {
  const env = { PATH: process.env['PATH'] ?? '', COLUMNS: '100', NO_COLOR: '1' };
  return execFileSync(process.execPath, [join(root, file), '--help'], { cwd: root, env, encoding: 'utf8' });
}

function settingsTable(): string {
  const rows = Object.values(settingDefinitions).map(({ variable, describe, fallback }) => [
    code(variable),
    describe,
    fallback === '' ? 'not set' : code(fallback),
  ]);
  return table(['Variable', 'Meaning', 'When absent'], rows);
}

/** The configuration reference: environment variables, and the arguments of the commands. */
export function configurationDocuments(): Documents {
  const sections = Object.entries(commands).map(
    ([command, file]) => `## ${command}\n\n\`\`\`text\n${helpOf(file).trimEnd()}\n\`\`\``,
  );
  const text = page(
    'Configuration',
    'A wrong or missing setting stops a process at its start, with a message that names it.',
    '## Environment',
    'Read by `npm start`, and by each service that runs alone. `npm start` uses the development issuer unless `IIC_OIDC_ISSUER` is set, and logs to `platform.log` in the data folder.',
    settingsTable(),
    ...sections,
  );
  return { 'configuration.md': text };
}
