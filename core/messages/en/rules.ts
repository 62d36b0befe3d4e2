/** Words of rules (en), by id. */
export const rules: Readonly<Record<string, string>> = {};
