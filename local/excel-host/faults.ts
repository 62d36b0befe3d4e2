/** What goes wrong on real hosts, to be switched on in tests and in the preview. */
import { OfficeError } from './errors.ts';

/** One rich-API request on its way in. */
export interface RequestInfo {
  /** 1 for the first counted request. */
  number: number;
  bytes: number;
  /** Names on the wire, as "Worksheet.Delete" can't be known yet: "Delete", "SetProperty Values" … */
  calls: string[];
  /** Whether the add-in is ready to wait for the end of cell editing. */
  waits: boolean;
}

/** How a request is treated instead of being answered. */
export type Treatment =
  | { kind: 'office-error'; code: number }
  /** The error comes at one action; what was before it stays done. `at`: fraction of the actions, 0 … 1. */
  | { kind: 'error'; code: string; at: number }
  /** All of it is done, and then an error comes instead of the answer. */
  | { kind: 'after'; code: number }
  | { kind: 'silence' };

/** Numbers of Office errors that come instead of an answer. */
export const OFFICE_ERRORS = {
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  InvalidOperationInCellEditMode: 5004,
  ActivityLimitReached: 5102,
  InvalidOrTimedOutSession: 5012,
  AccessDenied: 7000,
  GeneralException: 5001,
} as const;

interface Rule {
  applies: (request: RequestInfo) => boolean;
  treatment: Treatment;
  left: number;
}

interface MemberRule {
  member: string;
  code: string;
  left: number;
}

export class Faults {
  /** Bytes of a request or an answer that are refused; Excel on the web: 5 MB. */
  payloadLimit = 5 * 1024 * 1024;
  /** Cells of one read above which values are null without an error. */
  nullAbove = 5_000_000;
  /** A person is typing in a cell. */
  isEditing = false;
  /** Another workbook has the focus. */
  isFocusLost = false;
  /** So many selects do nothing: on Windows often the first one on another sheet. */
  idleSelects = 0;
  /** Office.onReady never resolves. */
  neverReady = false;
  private readonly rules: Rule[] = [];
  private readonly members: MemberRule[] = [];
  private readonly waiting: (() => void)[] = [];

  /** The n-th counted request from now on (1 = next) that `applies` is treated so, `times` in a row. */
  onRequest(n: number, treatment: Treatment, times = 1, applies: (request: RequestInfo) => boolean = () => true): void {
    let skip = n - 1;
    this.rules.push({ applies: (request) => applies(request) && skip-- <= 0, treatment, left: times });
  }

  /** Requests with such a call: 'Delete', 'SetProperty Values', 'CopyFrom' … */
  onCall(call: string, treatment: Treatment, times = 1): void {
    this.rules.push({ applies: ({ calls }) => calls.includes(call), treatment, left: times });
  }

  /** A member fails by itself: 'WorksheetFreezePanes.freezeRows' … What stands before it in the batch stays done. */
  onMember(member: string, code: string, times = Infinity): void {
    this.members.push({ member, code, left: times });
  }

  /** Takes all rules back. */
  clear(): void {
    this.rules.length = 0;
    this.members.length = 0;
    const { payloadLimit, nullAbove } = new Faults();
    Object.assign(this, { payloadLimit, nullAbove, isFocusLost: false, idleSelects: 0, neverReady: false });
    this.endEditing();
  }

  /** @returns how this request is treated, null: as usual. */
  treat(request: RequestInfo): Treatment | null {
    for (const rule of this.rules) {
      if (rule.left <= 0 || !rule.applies(request)) continue;
      rule.left -= 1;
      return rule.treatment;
    }
    return null;
  }

  /** Throws where a member was told to fail. */
  checkMember(name: string): void {
    const rule = this.members.find((one) => one.member === name && one.left > 0);
    if (rule === undefined) return;
    rule.left -= 1;
    throw new OfficeError(rule.code, `${name} fails here`);
  }

  needFocus(code: string): void {
    if (this.isFocusLost) throw new OfficeError(code, 'Another workbook has the focus.');
  }

  /** @returns whether this select does nothing. */
  isIdleSelect(): boolean {
    if (this.idleSelects <= 0) return false;
    this.idleSelects -= 1;
    return true;
  }

  isTooLarge(cells: number): boolean {
    return cells > this.nullAbove;
  }

  /** Does something when the person has left the cell. */
  afterEditing(job: () => void): void {
    this.waiting.push(job);
  }

  endEditing(): void {
    this.isEditing = false;
    for (const job of this.waiting.splice(0)) job();
  }
}
