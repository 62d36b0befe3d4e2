/** Whether what is on the screen still is what stands in the workbook. */
import { useEffect } from 'preact/hooks';
import type { Client } from './client.ts';
import type { SidebarState } from './state.ts';

/** Not to be asked more often when somebody clicks to and fro: each time the whole workbook is read. */
const WATCH_PAUSE = 10_000;

/** Sheets tells a sidebar of no change: the verdict is the fingerprint, taken when the person comes back to it. */
export function useWatch(
  client: Client,
  current: { current: { state: SidebarState } },
  running: { current: boolean },
  patch: (part: Partial<SidebarState>) => void,
): void {
  useEffect(() => {
    let last = 0;
    let isAsking = false;
    const asked = async (): Promise<void> => {
      const { overview, revision } = current.current.state;
      if (overview === null || running.current || isAsking || Date.now() - last < WATCH_PAUSE) return;
      isAsking = true;
      last = Date.now();
      try {
        const now = await client.call('getFingerprint', {});
        if (current.current.state.revision === revision && !running.current)
          patch({ stale: now === overview.fingerprint ? 'no' : 'yes' });
      } catch {
        // A busy service is asked again at the next focus.
      } finally {
        isAsking = false;
      }
    };
    const heard = (): void => void asked();
    window.addEventListener('focus', heard);
    return () => window.removeEventListener('focus', heard);
  }, [client, current, running, patch]);
}
