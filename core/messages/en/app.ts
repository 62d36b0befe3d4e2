/** Words of app (en), by id. */
export const app: Readonly<Record<string, string>> = {};
