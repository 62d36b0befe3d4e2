/** Runs a job in a process of its own, so that each has a heap and a peak memory of its own. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Jobs } from './jobs.ts';

const CHILD = '--job';

export interface Peak {
  /** Peak memory in bytes: what the operating system counts for the whole process. */
  peak: number;
}

/**
 * A new process begins with its parent's memory as its peak (Linux counts so): this process does no work itself and stays small.
 * @returns what the job returns, and its peak memory.
 * @throws what the job wrote on standard error where it failed.
 */
export function inProcess<K extends keyof Jobs>(
  root: string,
  job: K,
  input: Parameters<Jobs[K]>[0],
): { result: Awaited<ReturnType<Jobs[K]>> } & Peak {
  const command = [join(root, 'local', 'run.mjs'), 'test/bench/bench.ts', CHILD, job, JSON.stringify(input)];
  const run = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (run.status !== 0) throw new Error(`${job}: ${run.stderr}`);
  return JSON.parse(run.stdout) as { result: Awaited<ReturnType<Jobs[K]>> } & Peak;
}

/** @returns false where the arguments do not ask for a job; else the job is done and its result printed. */
export async function asJob(list: string[], jobs: Jobs): Promise<boolean> {
  const [flag, name, input] = list;
  if (flag !== CHILD) return false;
  const job = jobs[name as keyof Jobs] as (input: unknown) => unknown;
  const result = await job(JSON.parse(input ?? 'null'));
  process.stdout.write(JSON.stringify({ result, peak: process.resourceUsage().maxRSS * 1024 }));
  return true;
}
