/** Words of app (vi), by id. */
export const app: Readonly<Record<string, string>> = {};
