/** Words of rules (vi), by id. */
export const rules: Readonly<Record<string, string>> = {};
