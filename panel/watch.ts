/** Whether what is on the screen still is what stands in the workbook. */
import { useEffect, useRef } from 'react';
import type { PanelHost } from './host.ts';
import type { PanelState } from './port.ts';

interface Watched {
  state: PanelState;
  patch(part: Partial<PanelState> | ((old: PanelState) => Partial<PanelState>)): void;
  /** Whether no job is running. */
  isQuiet(): boolean;
}

/** What a host tells only marks; the verdict is the fingerprint, taken when the person comes back to the panel. */
export function useWatch(host: PanelHost, { state, patch, isQuiet }: Watched): void {
  const current = useRef(state);
  current.current = state;
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isGone = false;
    const mark = (): void =>
      patch(({ overview, stale }) => (overview === null || stale === 'yes' ? {} : { stale: 'maybe' }));
    host.onChange?.(mark).then(
      (off) => (isGone ? off() : (stop = off)),
      () => undefined,
    );
    host.facts().then(patch, () => undefined);
    return () => {
      isGone = true;
      stop?.();
    };
  }, [host, patch]);

  useEffect(() => {
    let last = -Infinity;
    let isAsking = false;
    const look = async (): Promise<void> => {
      const { overview, revision, stale } = current.current;
      if (overview === null || isAsking || !isQuiet() || Date.now() - last < host.pause) return;
      // Of a host that tells of changes nothing is asked before it does.
      if (host.onChange !== null && stale !== 'maybe') return;
      isAsking = true;
      last = Date.now();
      try {
        const now = await host.fingerprint();
        if (isQuiet() && current.current.revision === revision)
          patch({ stale: now === overview.fingerprint ? 'no' : 'yes' });
      } catch {
        // The mark stays: a busy host is asked again at the next focus.
      } finally {
        isAsking = false;
      }
    };
    const heard = (): void => void look();
    window.addEventListener('focus', heard);
    return () => window.removeEventListener('focus', heard);
  }, [host, patch, isQuiet]);
}
