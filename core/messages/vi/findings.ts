/** Words of findings (vi), by id. */
export const findings: Readonly<Record<string, string>> = {};
