/** Words of findings (en), by id. */
export const findings: Readonly<Record<string, string>> = {};
