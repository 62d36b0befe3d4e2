/** An error as Excel answers it in a rich-API response. */
export class OfficeError extends Error {
  readonly code: string;
  constructor(code: string, message: string = code) {
    super(message);
    this.name = 'OfficeError';
    this.code = code;
  }
}

const STATUS: Readonly<Record<string, number>> = {
  ItemNotFound: 404,
  InvalidArgument: 400,
  ApiNotFound: 404,
  AccessDenied: 403,
  ItemAlreadyExists: 409,
  GeneralException: 500,
};

/** @returns the HTTP status that goes with a code. */
export function statusOf(code: string): number {
  return STATUS[code] ?? 400;
}
