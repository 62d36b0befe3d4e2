/** Words of sheets (vi), by id. */
export const sheets: Readonly<Record<string, string>> = {};
