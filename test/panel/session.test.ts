// @vitest-environment jsdom
/** The panel's state machine: one job at a time, and what is left on the screen after it, whatever the host. */
import { act, cleanup, renderHook, waitFor, type RenderHookResult } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Language } from '#core/messages/message';
import type { DoneView } from '#core/view/repair';
import type { PanelHost } from '#panel/host.ts';
import type { Panel } from '#panel/port.ts';
import { usePanel } from '#panel/session.ts';
import { BACK, EDITS, OVERVIEWS, SAID, Scripted, scriptedHost, type ScriptedHost } from './host.ts';

afterEach(cleanup);

const CARD: DoneView = {
  kind: 'repair',
  what: 'Số dưới dạng chữ',
  place: { sheet: 'Số liệu', cell: 'C5' },
  cells: [],
  count: 1,
};
const ITEM = { index: 3, what: 'Thiếu số', place: { sheet: 'Số liệu', cell: 'C9' } };

interface Opened {
  host: ScriptedHost;
  /** The panel as it is now. */
  readonly panel: Panel;
  /** Does something and waits until nothing runs. */
  does(action: (panel: Panel) => unknown): Promise<void>;
  /** Does something that goes on. */
  starts(action: (panel: Panel) => unknown): void;
  /** The reader changes the language; `does` waits for what follows. */
  speaks(language: Language): void;
  comesBack(): Promise<void>;
  /** What was asked of the host since the last look. */
  asked(): string[];
}

function open(traits: Partial<PanelHost> = {}): Opened {
  const host = scriptedHost(traits);
  const hook: RenderHookResult<Panel, { language: Language }> = renderHook(({ language }) => usePanel(host, language), {
    initialProps: { language: 'vi' as Language },
  });
  const idle = (): Promise<void> => waitFor(() => expect(hook.result.current.isBusy).toBe(false));
  return {
    host,
    get panel() {
      return hook.result.current;
    },
    async does(action) {
      await act(async () => void action(hook.result.current));
      await idle();
    },
    starts: (action) => act(() => void action(hook.result.current)),
    speaks: (language) => hook.rerender({ language }),
    comesBack: () => act(async () => void window.dispatchEvent(new Event('focus'))),
    asked: () => host.asked.splice(0),
  };
}

async function checked(traits: Partial<PanelHost> = {}): Promise<Opened> {
  const opened = open(traits);
  await opened.does((panel) => panel.check());
  opened.asked();
  return opened;
}

const said = ({ notice }: Panel): unknown[] | undefined => notice?.words.map(({ id }) => id);
/** A door that is shut until it is opened. */
function door(): { gate: Promise<void>; opens(): void } {
  let opens: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (opens = resolve));
  return { gate, opens: () => opens() };
}

describe('one job at a time', () => {
  it('says what runs, takes no second one, and says what the first came to', async () => {
    const one = open();
    const { gate, opens } = door();
    one.host.gate = gate;
    one.starts((panel) => panel.check());
    expect(one.panel.busy).toEqual({ job: 'check', words: { id: 'pane.phase-reading', args: {} }, cells: null });
    act(() => one.host.turn.phase(SAID, { done: 3, total: 9 }));
    expect(one.panel.busy).toEqual({ job: 'check', words: SAID, cells: { done: 3, total: 9 } });
    one.starts((panel) => panel.score());
    one.starts((panel) => panel.check());
    await one.does(opens);
    expect(one.asked()).toEqual(['run']);
    expect(said(one.panel)).toEqual(['pane.checked']);
    expect(one.panel.overview?.fingerprint).toBe('as it was');
    expect(one.panel.revision).toBe(1);
    // What the host tells too late is no job any more.
    act(() => one.host.turn.phase(SAID));
    expect(one.panel.busy).toBeNull();
  });

  it('runs with what was chosen; an edit with what the last run was made with', async () => {
    const one = open();
    act(() => one.panel.choose({ set: 'can-giuoc-2025', period: ' Quý I/2026 ' }));
    await one.does((panel) => panel.check());
    const first = { language: 'vi', set: 'can-giuoc-2025', period: 'Quý I/2026' };
    expect(one.host.turn.choice).toEqual(first);
    expect(one.panel.ran).toEqual({ set: 'can-giuoc-2025', period: 'Quý I/2026' });
    act(() => one.panel.choose({ set: null, period: '' }));
    await one.does((panel) => panel.repair(EDITS, CARD));
    expect(one.host.turn.choice).toEqual(first);
    await one.does((panel) => panel.check());
    expect(one.host.turn.choice).toEqual({ language: 'vi', set: null, period: null });
  });

  it('a score leaves the ranking current and the sheets named', async () => {
    const one = open();
    await one.does((panel) => panel.score());
    expect(one.panel.overview?.summary.ranking).toBe('current');
    expect(one.panel.written).toEqual(['Xếp hạng']);
    expect(one.panel.stale).toBe('no');
  });
});

describe('a failure', () => {
  it('before anything was written is repeated whole', async () => {
    const one = await checked();
    one.host.fails = { writing: new Scripted({ remedy: 'retry' }) };
    await one.does((panel) => panel.repair(EDITS, CARD));
    expect(one.panel.notice).toMatchObject({ kind: 'error', title: 'error-title', words: [SAID] });
    expect(one.panel.stale).toBe('no');
    expect(one.panel.takeBack).toBeNull();
    expect(one.panel.done).toBeNull();
    one.host.fails = {};
    one.asked();
    await one.does((panel) => panel.notice?.remedy?.go());
    expect(one.asked()).toEqual(['edit 2', 'run', 'reveal Số liệu!C5']);
  });

  it('after a write says first what was written, and only the reading is repeated', async () => {
    const one = await checked();
    one.host.fails = { reading: new Scripted() };
    await one.does((panel) => panel.repair(EDITS, CARD));
    one.host.fails = { reading: new Scripted({ remedy: 'retry' }) };
    expect(one.panel.notice).toMatchObject({ kind: 'warning', title: 'warning-title', remedy: { word: 'retry' } });
    expect(said(one.panel)).toEqual(['pane.wrote-cells', SAID.id]);
    expect(one.panel.stale).toBe('maybe');
    expect(one.panel.done).toBe(CARD);
    one.asked();
    await one.does((panel) => panel.notice?.remedy?.go());
    expect(one.asked()).toEqual(['run']);
    // The way back stays through a reading that failed again.
    one.host.fails = {};
    await one.does((panel) => panel.notice?.remedy?.go());
    expect(one.asked()).toEqual(['run']);
    expect(said(one.panel)).toEqual(['pane.checked']);
    expect(one.panel.stale).toBe('no');
    expect(one.panel.takeBack).toEqual({ edits: BACK, of: 'repair' });
  });

  it('of a write that was not whole is no success: sheets stand there, the cells do not', async () => {
    const one = await checked({
      write: (_, turn) => {
        turn.wrote({ sheets: ['Kiểm tra'] });
        return Promise.reject(new Scripted());
      },
    });
    await one.does((panel) => panel.waive(ITEM, { by: 'Bà B', reason: 'Đã đối chiếu' }));
    expect(one.panel.notice).toMatchObject({ kind: 'error', title: 'error-title', remedy: { word: 'retry' } });
    expect(said(one.panel)).toEqual(['pane.wrote-sheets', SAID.id]);
    expect(one.panel.done).toBeNull();
    expect(one.panel.takeBack).toBeNull();
    await one.does((panel) => panel.notice?.remedy?.go());
    expect(one.asked()).toEqual(['run']);
  });

  it('that only a new look can help is followed by one, and what is on the screen may be old', async () => {
    const one = await checked();
    one.host.fails = { writing: new Scripted({ remedy: 'check-again' }) };
    await one.does((panel) => panel.saveSetting('Đồng hạng', 'Đồng hạng', '1223'));
    expect(one.panel.notice?.remedy?.word).toBe('check-again');
    expect(one.panel.stale).toBe('maybe');
    one.asked();
    await one.does((panel) => panel.notice?.remedy?.go());
    expect(one.asked()).toEqual(['run']);
    expect(one.panel.stale).toBe('no');
  });

  it('that stopped half-way leaves the way back', async () => {
    const one = await checked();
    one.host.fails = { writing: new Scripted({ takeBack: BACK }) };
    await one.does((panel) => panel.repair(EDITS, CARD));
    expect(one.panel.takeBack).toEqual({ edits: BACK, of: 'repair' });
    expect(one.panel.stale).toBe('maybe');
    expect(one.panel.notice?.remedy).toBeNull();
  });

  it('with which the run got lost: the person begins with a check', async () => {
    const one = await checked();
    one.host.fails = { asking: new Scripted({ isLost: true }) };
    await act(() => expect(one.panel.ask('settings', {})).rejects.toThrow('scripted'));
    expect(one.panel.overview).toBeNull();
    expect(said(one.panel)).toEqual([SAID.id]);
  });

  it('of a cell that could not be shown is told', async () => {
    const one = await checked({ reveal: () => Promise.reject(new Scripted()) });
    let shown: unknown = '';
    await act(async () => void (shown = await one.panel.reveal({ sheet: 'Số liệu', cell: 'A1' })));
    expect(shown).toBeNull();
    expect(one.panel.notice).toMatchObject({ title: 'error-title', words: [SAID], remedy: null });
  });
});

describe('a question about a loss', () => {
  const question = new Scripted({ kind: 'question', key: 'k1' });

  it('agreed to, the same is done with exactly that agreed to', async () => {
    const one = open();
    one.host.fails = { writing: question };
    await one.does((panel) => panel.score());
    expect(one.panel.notice).toMatchObject({ title: 'confirm-title', words: [SAID], remedy: { word: 'confirm-go' } });
    expect(one.panel.written).toBeNull();
    await one.does((panel) => panel.notice?.remedy?.go());
    expect(one.asked()).toEqual(['score', 'score k1']);
    expect(one.panel.written).toEqual(['Xếp hạng']);
  });

  it('left alone, nothing is done, and it is asked anew the next time', async () => {
    const one = open();
    one.host.fails = { writing: question };
    await one.does((panel) => panel.score());
    await one.does((panel) => panel.dismiss());
    expect(one.panel.notice).toBeNull();
    await one.does((panel) => panel.score());
    expect(one.asked()).toEqual(['score', 'score']);
    expect(one.panel.notice?.title).toBe('confirm-title');
  });
});

describe('cancelling', () => {
  it('says that nothing was written, and the next job runs', async () => {
    const one = open();
    one.host.gate = door().gate;
    one.starts((panel) => panel.score());
    await one.does((panel) => panel.cancel?.());
    expect(one.panel.notice).toMatchObject({ kind: 'info', title: null, remedy: null });
    expect(said(one.panel)).toEqual(['pane.cancelled']);
    one.host.gate = null;
    await one.does((panel) => panel.score());
    expect(one.panel.written).toEqual(['Xếp hạng']);
  });

  it('after a write says what stays written; the way back stays too', async () => {
    const one = await checked();
    const { gate, opens } = door();
    one.host.gate = gate;
    one.starts((panel) => panel.repair(EDITS, CARD));
    one.host.gate = door().gate;
    await act(async () => opens());
    await one.does((panel) => panel.cancel?.());
    expect(one.asked()).toEqual(['edit 2', 'run']);
    expect(said(one.panel)).toEqual(['pane.wrote-cells', 'pane.cancelled-written']);
    expect(one.panel.stale).toBe('maybe');
    expect(one.panel.takeBack?.edits).toBe(BACK);
  });

  it('is not offered where the host can’t', () => {
    expect(open({ stops: false }).panel.cancel).toBeNull();
  });
});

describe('taking back', () => {
  it('writes what stood there before, goes there, and is not to be taken back once more', async () => {
    const one = await checked();
    await one.does((panel) => panel.repair(EDITS, CARD));
    expect(said(one.panel)).toEqual(['pane.repair-done']);
    expect(one.panel.done).toBe(CARD);
    one.asked();
    await one.does((panel) => panel.undo());
    expect(one.asked()).toEqual(['edit 1', 'run', 'reveal Số liệu!C5']);
    expect(said(one.panel)).toEqual(['pane.taken-back']);
    expect(one.panel.takeBack).toBeNull();
    expect(one.panel.done).toBeNull();
    await one.does((panel) => panel.undo());
    expect(one.asked()).toEqual([]);
  });

  it('is still offered after a later edit that came to nothing', async () => {
    const one = await checked();
    await one.does((panel) => panel.repair(EDITS, CARD));
    one.host.fails = { writing: new Scripted() };
    await one.does((panel) => panel.saveSetting('Đồng hạng', 'Đồng hạng', '1223'));
    expect(one.panel.notice?.title).toBe('error-title');
    expect(one.panel.takeBack).toEqual({ edits: BACK, of: 'repair' });
  });

  it('of a waiver does not lead to a sheet of ours', async () => {
    const one = await checked();
    await one.does((panel) => panel.waive(ITEM, { by: 'Bà B', reason: 'Đã đối chiếu' }));
    expect(one.panel.takeBack?.of).toBe('waiver');
    expect(one.panel.done).toMatchObject({ kind: 'waiver', what: ITEM.what, place: ITEM.place });
    one.asked();
    await one.does((panel) => panel.undo());
    expect(one.asked()).toEqual(['edit 1', 'run']);
  });

  it('is no longer offered once a score went over it; a check leaves it', async () => {
    const one = await checked();
    await one.does((panel) => panel.saveSetting('Đồng hạng', 'Đồng hạng', '1223'));
    await one.does((panel) => panel.check());
    expect(one.panel.takeBack?.of).toBe('setting');
    await one.does((panel) => panel.score());
    expect(one.panel.takeBack).toBeNull();
  });

  it('sheets of a sample are nothing to be taken back', async () => {
    const one = open();
    await one.does((panel) => panel.insertSample());
    expect(said(one.panel)).toEqual(['pane.sample-done']);
    expect(one.panel.takeBack).toBeNull();
  });
});

describe('out of date', () => {
  it('a change that the host tells of marks; the verdict is the fingerprint, when the person comes back', async () => {
    const one = await checked();
    await one.comesBack();
    expect(one.asked()).toEqual([]);
    act(() => one.host.changed());
    expect(one.panel.stale).toBe('maybe');
    await one.comesBack();
    expect(one.panel.stale).toBe('no');
    one.host.now = 'another';
    act(() => one.host.changed());
    await one.comesBack();
    expect(one.panel.stale).toBe('yes');
    act(() => one.host.changed());
    expect(one.panel.stale).toBe('yes');
    expect(one.asked()).toEqual(['fingerprint', 'fingerprint']);
  });

  it('a host that tells of none is asked when the person comes back, but not over and over', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const one = await checked({ onChange: null, pause: 10_000 });
      one.host.now = 'another';
      await one.comesBack();
      expect(one.panel.stale).toBe('yes');
      one.host.now = 'as it was';
      await one.comesBack();
      expect(one.asked()).toEqual(['fingerprint']);
      vi.setSystemTime(Date.now() + 10_000);
      await one.comesBack();
      expect(one.asked()).toEqual(['fingerprint']);
      expect(one.panel.stale).toBe('no');
    } finally {
      vi.useRealTimers();
    }
  });

  it('is not looked at while something runs, and a look that a run overtook says nothing', async () => {
    const { gate, opens } = door();
    let look = door();
    let looks = 0;
    const fingerprint = (): Promise<string> => {
      looks += 1;
      return look.gate.then(() => 'another');
    };
    const one = await checked({ onChange: null, fingerprint });
    one.host.gate = gate;
    one.starts((panel) => panel.check());
    await one.comesBack();
    expect(looks).toBe(0);
    await one.does(opens);
    expect(one.panel.stale).toBe('no');
    await one.comesBack();
    one.host.gate = null;
    await one.does((panel) => panel.check());
    await act(async () => look.opens());
    expect(one.panel.stale).toBe('no');
    look = door();
    await one.comesBack();
    await act(async () => look.opens());
    expect(one.panel.stale).toBe('yes');
  });

  it('a question that belongs to another workbook than this one is by now says so', async () => {
    const one = await checked();
    one.host.fails = { asking: new Scripted({ kind: 'moved-on', remedy: 'check-again' }) };
    await act(() => expect(one.panel.ask('settings', {})).rejects.toThrow('scripted'));
    expect(one.panel.stale).toBe('yes');
    expect(one.panel.overview).not.toBeNull();
    expect(one.panel.notice?.title ?? null).toBeNull();
  });
});

describe('another language', () => {
  const inEnglish = ({ overview }: Panel): boolean =>
    overview!.summary.recognised.title === OVERVIEWS.en.summary.recognised.title;

  it('only the summary is told anew where the host can, and views ask in it', async () => {
    const one = await checked();
    expect(inEnglish(one.panel)).toBe(false);
    await one.does(() => one.speaks('en'));
    expect(one.asked()).toEqual(['retell en']);
    expect(inEnglish(one.panel)).toBe(true);
    await act(() => one.panel.ask('settings', {}));
    expect(one.asked()).toEqual(['settings en']);
  });

  it('chosen while something runs is made good after it', async () => {
    const one = await checked();
    const { gate, opens } = door();
    one.host.gate = gate;
    one.starts((panel) => panel.check());
    one.speaks('en');
    expect(one.asked()).toEqual(['run']);
    await one.does(opens);
    expect(inEnglish(one.panel)).toBe(true);
    expect(one.asked()).toEqual(['retell en']);
  });

  it('else the same run is made again, once, though it fail', async () => {
    const one = await checked({ retell: null });
    act(() => one.panel.choose({ set: 'can-giuoc-2025', period: '' }));
    await one.does(() => one.speaks('en'));
    expect(one.asked()).toEqual(['run']);
    expect(one.host.turn.choice).toEqual({ language: 'en', set: null, period: null });
    expect(inEnglish(one.panel)).toBe(true);
    one.host.fails = { reading: new Scripted() };
    await one.does(() => one.speaks('vi'));
    expect(one.asked()).toEqual(['run']);
    expect(one.panel.notice?.title).toBe('error-title');
  });

  it('waits with another run until a doubt about what was written, or a question, is read', async () => {
    const one = await checked({ retell: null });
    one.host.fails = { writing: new Scripted({ remedy: 'check-again' }) };
    await one.does((panel) => panel.repair(EDITS, CARD));
    one.asked();
    one.host.fails = {};
    await one.does(() => one.speaks('en'));
    expect(one.panel.notice?.words).toContainEqual(SAID);
    expect(one.asked()).toEqual([]);
    await one.does((panel) => panel.dismiss());
    expect(one.asked()).toEqual(['run']);
    expect(inEnglish(one.panel)).toBe(true);
  });

  it('taken back before the summary was told leaves the first one', async () => {
    const answers: (() => void)[] = [];
    const one = await checked({
      retell: (language) => new Promise((resolve) => answers.push(() => resolve(OVERVIEWS[language].summary))),
    });
    act(() => one.speaks('en'));
    act(() => one.speaks('vi'));
    await act(async () => answers[0]!());
    expect(inEnglish(one.panel)).toBe(false);
  });

  it('that can’t be told is said', async () => {
    const one = await checked({ retell: () => Promise.reject(new Scripted()) });
    await one.does(() => one.speaks('en'));
    expect(one.panel.notice?.words).toContainEqual(SAID);
  });

  it('before anything was run asks nothing', async () => {
    const one = open({ retell: null });
    await one.does(() => one.speaks('en'));
    expect(one.asked()).toEqual([]);
  });
});
