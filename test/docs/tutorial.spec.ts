/** Plays the tutorial as it stands, in one shell, against a platform with nothing in it. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WholePlatform } from '../platform/whole-platform.ts';
import { codeBlocks, root } from './documents.ts';

const tutorial = 'docs/tutorial/from-draft-to-plaque.md';

interface Played {
  readonly exitCode: number;
  readonly output: string;
}

/** The blocks a reader runs in the second terminal, each announced, as one script that ends at a failure. */
function script(): string {
  const blocks = codeBlocks(readFileSync(join(root, tutorial), 'utf8')).filter(
    ({ language }) => language === 'sh',
  );
  return [
    'set -euo pipefail',
    ...blocks.flatMap(({ code, line }) => [`echo '--- ${tutorial}:${line}'`, code]),
  ].join('\n');
}

function play(url: string, data: string): Promise<Played> {
  const env = {
    ...process.env,
    PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    URL: url,
    IIC_DATA: data,
  };
  return new Promise((resolve) => {
    const child = execFile(
      'bash',
      ['-s'],
      { cwd: root, env, maxBuffer: 32 * 1024 * 1024 },
      (error, stdout, stderr) => {
        resolve({ exitCode: error === null ? 0 : 1, output: `${stdout}\n${stderr}` });
      },
    );
    child.stdin?.end(script());
  });
}

let platform: WholePlatform;

beforeAll(async () => {
  platform = await WholePlatform.start();
});

afterAll(() => platform.close());

describe('the tutorial', () => {
  it('leads from draft to plaque', async () => {
    const { exitCode, output } = await play(platform.url, platform.data);
    if (exitCode !== 0) throw new Error(`The tutorial stops:\n${output.slice(-4_000)}`);
    const { body } = await platform.client.get('/registry/centers');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ nameZh: '吉林省智能传感产业创新中心', status: 'designated' });
    expect(body.items[0].plaque.awardedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(output).toContain('registry PlaqueAwarded');
  });
});
