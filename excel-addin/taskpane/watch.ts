/** Whether what is on the screen still is what stands in the workbook. */
import { useEffect, type Dispatch, type SetStateAction } from 'react';
import type { Engine } from './engine.ts';
import type { WorkbookHost } from '../host.ts';
import type { PaneState } from './state.ts';

interface WatchOptions {
  host: WorkbookHost;
  engine: Engine;
  state: PaneState;
  setState: Dispatch<SetStateAction<PaneState>>;
  /** Whether no job is running. */
  quiet: () => boolean;
}

/** Events only mark; the verdict is the fingerprint, taken when the person comes back to the pane. */
export function useWatch({ host, engine, state, setState, quiet }: WatchOptions): void {
  useEffect(() => {
    let stop: (() => void) | null = null;
    let gone = false;
    const mark = (): void =>
      setState((old) => (old.overview === null || old.stale === 'yes' ? old : { ...old, stale: 'maybe' }));
    host.onChange(mark).then(
      (off) => (gone ? off() : (stop = off)),
      () => undefined,
    );
    host.facts().then(
      ({ readOnly, bare }) => setState((old) => ({ ...old, readOnly, bare })),
      () => undefined,
    );
    return () => {
      gone = true;
      stop?.();
    };
  }, [host, setState]);

  const { stale } = state;
  const mark = state.overview?.fingerprint ?? null;
  useEffect(() => {
    if (stale !== 'maybe' || mark === null) return;
    const verdict = async (): Promise<void> => {
      if (!quiet()) return;
      try {
        // A look that nobody asked for must not cost the person their undo list.
        const picture = await host.readPicture(() => undefined, new AbortController().signal, false);
        const now = await engine.ask('fingerprint', { picture });
        if (quiet()) setState((old) => ({ ...old, stale: now === mark ? 'no' : 'yes' }));
      } catch {
        // The mark stays: a busy host is asked again at the next focus.
      }
    };
    const asked = (): void => void verdict();
    window.addEventListener('focus', asked);
    return () => window.removeEventListener('focus', asked);
  }, [stale, mark, host, engine, quiet, setState]);
}
