import { execFile } from 'node:child_process';
import { existsSync, globSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const cache = join(import.meta.dirname, '../../node_modules/.cache/iic-tools');

/** A folder of a tool that is kept between runs and never committed. */
export function toolFolder(name: string): string {
  const folder = join(cache, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A validator is not to be had here, and why. */
export class ToolMissing extends Error {
  readonly code = 'tool-missing';
}

/** Runs a program; rejects with what it said when it fails. */
export async function ran(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd?: string,
): Promise<string> {
  try {
    const { stdout } = await run(file, args, {
      env: { ...process.env, ...env },
      maxBuffer: 64 * 1024 * 1024,
      ...(cwd !== undefined && { cwd }),
    });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '', code } = error as { stdout?: string; stderr?: string; code?: unknown };
    if (code === 'ENOENT') throw new ToolMissing(`${file} is not installed`);
    throw new Error(`${file} ${args.join(' ')} failed: ${stderr}${stdout}`);
  }
}

/** A Go program, built from the module proxy at its first use. Throws {@link ToolMissing} where there is no Go. */
export async function goTool(name: string, module: string): Promise<string> {
  const program = join(cache, name);
  if (!existsSync(program)) {
    mkdirSync(cache, { recursive: true });
    await ran('go', ['install', module], { GOBIN: cache });
  }
  return program;
}

/**
 * A program of a Debian package, unpacked into the cache and not installed. Throws {@link ToolMissing} where Debian
 * or its archive is not there.
 */
export async function debianTool(name: string, inPackage: string): Promise<string> {
  const folder = toolFolder(`debian-${inPackage}`);
  const program = join(folder, 'usr/bin', name);
  if (existsSync(program)) return program;
  try {
    await ran('apt-get', ['download', '-q', inPackage], {}, folder);
    const [archive = ''] = globSync('*.deb', { cwd: folder });
    await ran('dpkg-deb', ['-x', archive, '.'], {}, folder);
  } catch (error) {
    throw new ToolMissing(`${name} of the Debian package ${inPackage} cannot be had: ${String(error)}`);
  }
  return program;
}

/** What a tool says, or why it is not there. In CI a tool that is not there is a failure. */
export async function orMissing<Result>(work: () => Promise<Result>): Promise<Result | ToolMissing> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ToolMissing && process.env['CI'] !== 'true') {
      console.warn(`did not run: ${error.message}`);
      return error;
    }
    throw error;
  }
}
