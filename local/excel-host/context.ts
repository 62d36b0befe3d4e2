/** What office.js is told of its surroundings at start-up. */
import type { Matrix } from './requirements.ts';

export interface ContextFacts {
  locale: string;
  url: string;
  isReadOnly: boolean;
  settings: readonly [string, string][];
  matrix: Matrix;
}

/** Names of the messages' own protocol; those from `_id` to `_reason` are mandatory. */
export function appContext({ locale, url, isReadOnly, settings, matrix }: ContextFacts): Record<string, unknown> {
  return {
    _id: 'app-1',
    // Excel on the web.
    _appName: 16,
    _appVersion: '16.01',
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: url,
    _clientMode: isReadOnly ? 0 : 1,
    _settings: settings,
    _reason: 'inserted',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: 'corr',
    _appInstanceId: 'app-1',
    _touchEnabled: false,
    _commerceAllowed: true,
    _appMinorVersion: 0,
    _requirementMatrix: JSON.stringify(matrix),
    _hostFullVersion: '16.0.15407',
    _clientWindowHeight: 800,
    _clientWindowWidth: 350,
    _appDomains: [],
    _initialDisplayMode: 0,
  };
}
