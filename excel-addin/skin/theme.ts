/** Which theme is drawn: the person's choice, else what Office says, else what the system says. */
import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

export type Look = 'auto' | 'light' | 'dark' | 'contrast';

/** The part of Office.context.officeTheme that is used; undefined on the web. */
export interface OfficeColours {
  isDarkTheme?: boolean;
  bodyBackgroundColor?: string;
}

/** @returns relative luminance 0 … 1 of "#RRGGBB"; null where it is no such text. */
export function luminance(colour: string | undefined): number | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? '');
  if (match === null) return null;
  const [r, g, b] = match.slice(1).map((part) => parseInt(part, 16) / 255) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @returns the look that `auto` stands for. */
export function lookOf(office: OfficeColours | undefined, system: { dark: boolean; contrast: boolean }): Look {
  if (system.contrast) return 'contrast';
  if (office?.isDarkTheme !== undefined) return office.isDarkTheme ? 'dark' : 'light';
  const light = luminance(office?.bodyBackgroundColor);
  if (light !== null) return light < 0.5 ? 'dark' : 'light';
  return system.dark ? 'dark' : 'light';
}

const FONT =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, Roboto, 'Helvetica Neue', sans-serif";
const THEMES = { light: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme };

/** @returns the Fluent theme of a look. */
export function themeOf(look: Exclude<Look, 'auto'>): Theme {
  return { ...THEMES[look], fontFamilyBase: FONT };
}

/** @returns what the system prefers. */
export function systemLook(): { dark: boolean; contrast: boolean } {
  const asks = (query: string): boolean => typeof matchMedia === 'function' && matchMedia(query).matches;
  return { dark: asks('(prefers-color-scheme: dark)'), contrast: asks('(forced-colors: active)') };
}
