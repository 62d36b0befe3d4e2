/** Why a file cannot be used. The words people read for each reason are the caller's (core/messages). */
export type Reason =
  | 'not-zip'
  | 'not-workbook'
  | 'truncated'
  | 'bomb'
  | 'encrypted'
  | 'old-xls'
  | 'xlsb'
  | 'macro'
  | 'ods'
  | 'doctype'
  | 'empty'
  | 'duplicate-name'
  | 'no-sheets'
  | 'broken'
  | 'too-large';

/** Thrown for every file that cannot be read; `message` is for developers only. */
export class UnusableFile extends Error {
  readonly reason: Reason;
  constructor(reason: Reason, detail = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`);
    this.name = 'UnusableFile';
    this.reason = reason;
  }
}
