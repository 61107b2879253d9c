// biome-ignore lint/suspicious/noEmptyInterface: written by `npm run db:snapshot`
export interface Tables {}
