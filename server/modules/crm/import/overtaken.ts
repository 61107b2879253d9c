/** Another process has gone on with the import, or it was stopped: whoever finds out lets go. */
export class Overtaken extends Error {}
