// @vitest-environment jsdom
/** The pane as a whole: tabs, language, themes, waiting, and what stands there when all else fails. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { book, sheet } from '#test/support/book';
import { workbook } from '#test/workbooks/base';
import { excelHost } from '../../../excel-addin/workbook/index.ts';
import { PILLAR_COLOURS } from '#core/view/pillar-colours';
import { lookOf, luminance, themeOf } from '../../../excel-addin/skin/theme.ts';
import { CoreFault, pageEngine } from '../../../excel-addin/taskpane/engine.ts';
import type { Engine } from '../../../excel-addin/taskpane/engine.ts';
import { closePane, openPane, sample } from './open.ts';

afterEach(closePane);

const small = book(sheet('Trang1', [['Xin chào']]));

describe('the tabs', () => {
  it('are one tab stop; arrows, Home and End move and switch; each names its panel', async () => {
    const pane = await openPane(small);
    const tabs = screen.getAllByRole('tab');
    expect(tabs.map(({ textContent }) => textContent)).toEqual([
      'Kiểm tra',
      'Chấm điểm',
      'Xếp hạng',
      'Phiếu',
      'Thiết lập',
    ]);
    const at = (): number => tabs.findIndex((tab) => tab.getAttribute('aria-selected') === 'true');
    tabs[0]!.focus();
    for (const [key, expected] of [
      ['{ArrowRight}', 1],
      ['{End}', 4],
      ['{ArrowRight}', 0],
      ['{ArrowLeft}', 4],
      ['{Home}', 0],
    ] as const) {
      await pane.user.keyboard(key);
      expect(at()).toBe(expected);
      expect(document.activeElement).toBe(tabs[expected]);
      expect(tabs.filter((tab) => tab.tabIndex === 0)).toEqual([tabs[expected]]);
      expect(screen.getByRole('tabpanel').getAttribute('aria-labelledby')).toBe(tabs[expected]!.id);
    }
  });

  it('keep what was filtered and opened while another is looked at', async () => {
    const pane = await openPane(sample('moi-loi'));
    await pane.press('Kiểm tra sổ tính');
    await pane.says(/^Đã kiểm tra/);
    await pane.press(/^Ghi chú \d/);
    await waitFor(() => pane.rows().forEach((row) => expect(row.textContent).toContain('Ghi chú')));
    await pane.user.click(pane.rows()[1]!);
    const card = await screen.findByRole('region');
    const name = card.getAttribute('aria-label')!;
    await pane.tab('Thiết lập');
    await pane.tab('Kiểm tra');
    expect(screen.getByRole('button', { name: /^Ghi chú \d/ }).getAttribute('aria-pressed')).toBe('true');
    expect(await screen.findByRole('region', { name })).toBeTruthy();
  });
});

it('opening the pane asks the core nothing; index sets are asked for where they are offered', async () => {
  const asked: string[] = [];
  const engine: Engine = {
    ask: (verb) => {
      asked.push(verb);
      return Promise.reject(new Error('not asked here'));
    },
  };
  const pane = await openPane(small, { engine });
  await pane.tab('Thiết lập');
  expect(asked).toEqual([]);
  await pane.tab('Chấm điểm');
  expect(asked).toEqual(['sets']);
});

describe('a notice', () => {
  it('of success goes when the person goes on; one that can be taken back stays', async () => {
    const pane = await openPane(workbook({}));
    await pane.press('Kiểm tra sổ tính');
    await pane.says(/^Đã kiểm tra/);
    await pane.tab('Thiết lập');
    expect(screen.queryByText(/^Đã kiểm tra/)).toBeNull();
    await pane.user.type(await screen.findByLabelText('Người ký'), 'Ông A');
    await pane.press('Lưu Người ký');
    await pane.says('Đã lưu: Người ký.');
    await pane.user.clear(screen.getByLabelText('Người ký'));
    await pane.user.type(screen.getByLabelText('Người ký'), 'Bà B');
    await pane.press('Lưu Người ký');
    await screen.findByRole('button', { name: 'Hoàn tác lần sửa' });
    await pane.tab('Kiểm tra');
    expect(screen.getByRole('button', { name: 'Hoàn tác lần sửa' })).toBeTruthy();
  });
});

describe('the language', () => {
  it('switches everything, findings and notices too, and is remembered', async () => {
    const pane = await openPane(sample('moi-loi'));
    await pane.press('Kiểm tra sổ tính');
    await pane.says(/^Đã kiểm tra/);
    await waitFor(() => expect(pane.rows().length).toBeGreaterThan(3));
    const vietnamese = pane.rows()[0]!.textContent;
    expect(document.body.textContent).toContain('không có số liệu kỳ trước');
    await pane.press('English – chuyển sang tiếng Anh');
    expect(document.documentElement.lang).toBe('en');
    expect(screen.getByText(/^Checked: /)).toBeTruthy();
    // Why a check could not run is said by the core, too.
    await waitFor(() => expect(document.body.textContent).not.toContain('không có số liệu kỳ trước'));
    await waitFor(() => expect(pane.rows()[0]!.textContent).not.toBe(vietnamese));
    for (const name of ['Check', 'Score', 'Ranking', 'Forms', 'Settings'])
      expect(screen.getByRole('tab', { name })).toBeTruthy();
    expect(pane.preferences.get('language')).toBe('en');
    await pane.press('Tiếng Việt – switch to Vietnamese');
    await waitFor(() => expect(pane.rows()[0]!.textContent).toBe(vietnamese));
  });

  it('chosen before is the one it opens in', async () => {
    await openPane(small, {
      preferences: { read: (key) => (key === 'language' ? 'en' : null), write: () => undefined },
    });
    expect(screen.getByRole('tab', { name: 'Settings' })).toBeTruthy();
  });
});

describe('the look', () => {
  const light = { dark: false, contrast: false };
  /** The background that the pane is drawn on: what the rule of its own class says. */
  const ground = (): string | undefined => {
    const { classList } = document.querySelector('.fui-FluentProvider')!;
    const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
    const own = rules.findLast((rule) => [...classList].some((name) => rule.startsWith(`.${name} `)));
    return /--colorNeutralBackground1: ?([^;]+);/.exec(own ?? '')?.[1]!.trim();
  };

  it('is Office’s, told by its flag or its background; the system’s where Office says nothing; contrast before all', () => {
    expect(lookOf({ isDarkTheme: true, bodyBackgroundColor: '#FFFFFF' }, light)).toBe('dark');
    expect(lookOf({ bodyBackgroundColor: '#292929' }, light)).toBe('dark');
    expect(lookOf({ bodyBackgroundColor: '#FFFFFF' }, { dark: true, contrast: false })).toBe('light');
    expect(lookOf(undefined, { dark: true, contrast: false })).toBe('dark');
    expect(lookOf({ isDarkTheme: false }, { dark: false, contrast: true })).toBe('contrast');
  });

  it('is chosen by the person, drawn at once and remembered; the version stands beside it', async () => {
    const pane = await openPane(small);
    await pane.tab('Thiết lập');
    for (const [look, name] of [
      ['dark', 'Tối'],
      ['contrast', 'Tương phản cao'],
      ['light', 'Sáng'],
    ] as const) {
      await pane.user.selectOptions(screen.getByLabelText('Giao diện'), name);
      expect(pane.preferences.get('look')).toBe(look);
      expect(ground()).toBe(themeOf(look).colorNeutralBackground1);
    }
    expect(screen.getByText('Nghìn Điểm phiên bản 1.2.3')).toBeTruthy();
  });

  it('is read again when the person comes back, since Office doesn’t tell of changes', async () => {
    let isDarkTheme = false;
    await openPane(small, { officeTheme: () => ({ isDarkTheme }) });
    isDarkTheme = true;
    fireEvent.focus(window);
    await waitFor(() => expect(ground()).toBe(themeOf('dark').colorNeutralBackground1));
  });

  it('gives pillars colours that stand out from light and dark alike', () => {
    const contrast = (one: number, other: number): number =>
      (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const linear = (colour: string): number => {
      const part = (from: number): number => {
        const share = parseInt(colour.slice(from, from + 2), 16) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      };
      return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
    };
    for (const colour of PILLAR_COLOURS)
      for (const ground of ['#FFFFFF', '#292929', '#000000'])
        expect(contrast(linear(colour), linear(ground)), `${colour} on ${ground}`).toBeGreaterThanOrEqual(3);
    expect(luminance('white')).toBeNull();
  });
});

describe('when Excel or the pane itself is stuck', () => {
  it('what to do is said while a job waits for Excel', async () => {
    const host = excelHost();
    const pane = await openPane(small, { host: { ...host, readPicture: () => new Promise(() => undefined) } });
    await pane.press('Kiểm tra sổ tính');
    pane.draw({ waiting: { id: 'host.press-enter', args: {} } });
    expect(screen.getByText(/đề nghị nhấn Enter trong ô đó/)).toBeTruthy();
    pane.draw({ waiting: null });
    expect(screen.queryByText(/đề nghị nhấn Enter trong ô đó/)).toBeNull();
  });

  it('a fault in the core is told in one line, with a way to try again', async () => {
    const real = pageEngine(() => import('../../../excel-addin/worker/serve.ts'));
    let broken = true;
    const engine: typeof real = {
      ask: (verb, input, options) =>
        broken && verb === 'run' ? Promise.reject(new Error('lỗi thử')) : real.ask(verb, input, options),
    };
    const pane = await openPane(small, { engine });
    await pane.press('Kiểm tra sổ tính');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Có lỗi trong chương trình, chưa ghi kết quả: lỗi thử');
    broken = false;
    await pane.press('Kiểm tra sổ tính');
    await pane.says(/^Đã kiểm tra/);
    await pane.press('Đóng');
    expect(screen.queryByText(/^Đã kiểm tra/)).toBeNull();
  });

  it('a core that died while the findings were looked at: said, and a check begins anew', async () => {
    const real = pageEngine(() => import('../../../excel-addin/worker/serve.ts'));
    let broken = false;
    const engine: typeof real = {
      ask: (verb, input, options) =>
        broken && verb === 'findings'
          ? Promise.reject(new CoreFault('nothing was run yet'))
          : real.ask(verb, input, options),
    };
    const pane = await openPane(sample('moi-loi'), { engine });
    await pane.press('Kiểm tra sổ tính');
    await pane.says(/^Đã kiểm tra/);
    broken = true;
    await pane.press(/^Ghi chú \d/);
    expect((await screen.findByRole('alert')).textContent).toContain('nothing was run yet');
    broken = false;
    await pane.press('Kiểm tra sổ tính');
    await pane.says(/^Đã kiểm tra/);
    await waitFor(() => expect(pane.rows().length).toBeGreaterThan(0));
  });

  it('a fault in drawing leaves plain words and the way back, not an empty page', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const real = pageEngine(() => import('../../../excel-addin/worker/serve.ts'));
    let broken = true;
    const engine: typeof real = {
      ask: (verb, input, options) =>
        broken && verb === 'settings'
          ? (Promise.resolve({ sheet: null, items: null }) as never)
          : real.ask(verb, input, options),
    };
    const pane = await openPane(small, { engine });
    await pane.press('Kiểm tra sổ tính');
    await pane.says(/^Đã kiểm tra/);
    await pane.tab('Thiết lập');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('sổ tính vẫn nguyên vẹn');
    expect(alert.textContent).not.toContain('    at ');
    broken = false;
    await pane.press('Mở lại');
    await pane.press('Kiểm tra sổ tính');
    await pane.says(/^Đã kiểm tra/);
    await pane.tab('Thiết lập');
    expect(await screen.findByLabelText('Đồng hạng')).toBeTruthy();
    quiet.mockRestore();
  });
});
