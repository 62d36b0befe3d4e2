/** Words of sheets (en), by id. */
export const sheets: Readonly<Record<string, string>> = {};
