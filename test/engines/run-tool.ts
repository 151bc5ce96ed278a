import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { NotAvailable } from './engine.ts';

/** How a tool is called. */
export interface ToolCall {
  readonly cwd: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a build tool to its end. Throws {@link NotAvailable} when it is missing or fails. */
export async function runTool(tool: string, args: readonly string[], call: ToolCall): Promise<void> {
  const child = spawn(tool, args, {
    cwd: call.cwd,
    env: { ...process.env, ...call.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  try {
    await once(child, 'spawn');
  } catch {
    throw new NotAvailable(`${tool} is not installed`);
  }
  const [code] = await once(child, 'close');
  if (code === 0) return;
  const lines = Buffer.concat(output).toString('utf8').trim().split('\n');
  throw new NotAvailable(`${tool} ${args[0]} failed: ${lines.slice(-3).join(' | ')}`);
}

/** As {@link runTool}, once more after a failure: registries have moments of weakness. */
export async function runToolTwice(tool: string, args: readonly string[], call: ToolCall): Promise<void> {
  try {
    await runTool(tool, args, call);
  } catch {
    await runTool(tool, args, call);
  }
}
