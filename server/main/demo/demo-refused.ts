/** The demo cannot run like this; the message says what to do. */
export class DemoRefused extends Error {}
