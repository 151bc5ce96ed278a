import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

const lastWords = 4_000;

/** Resolves with the address a service tells when it is ready; rejects with what it said when it ends before. */
export function readyLine(child: ChildProcess, limitMilliseconds: number): Promise<string> {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-lastWords);
  });
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`It is not ready after ${limitMilliseconds / 1000} seconds. ${said.trim()}`)),
      limitMilliseconds,
    );
    child.once('error', (error) => {
      clearTimeout(late);
      reject(new Error(`It cannot be started: ${error.message}.`));
    });
    child.once('exit', (code, signal) => {
      clearTimeout(late);
      reject(new Error(`It ended (${code ?? signal}). ${said.trim()}`));
    });
    if (child.stdout === null) return;
    createInterface(child.stdout).on('line', (line) => {
      if (!line.startsWith('ready ')) return;
      clearTimeout(late);
      resolve(line.slice('ready '.length));
    });
  });
}
