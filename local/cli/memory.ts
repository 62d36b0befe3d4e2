/** Keeps a large run within a gigabyte: what a phase leaves behind is swept before the next one begins. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Below this a sweep saves nothing that anybody would notice. */
const WORTH_SWEEPING = 128 * 1024 * 1024;

/** Sweeps when there is much to sweep; small runs are not slowed down. */
export function sweep(): void {
  if (process.memoryUsage().heapUsed < WORTH_SWEEPING) return;
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
}
