/** What a server said after EHLO. */
export interface Capabilities {
  pipelining: boolean;
  /** BDAT is understood (RFC 3030): a message says how long it is, no dot ends it. */
  chunking: boolean;
  startTls: boolean;
  smtpUtf8: boolean;
  /** The largest message in bytes; null: not said. */
  size: number | null;
  signIn: readonly string[];
}

export const NOTHING: Capabilities = {
  pipelining: false,
  chunking: false,
  startTls: false,
  smtpUtf8: false,
  size: null,
  signIn: [],
};

/** `lines` are those of the reply, the first being the server's name. */
export const readCapabilities = (lines: readonly string[]): Capabilities => {
  const said = new Map(
    lines.slice(1).map((line) => {
      const [name = '', ...rest] = line.trim().toUpperCase().replace('=', ' ').split(/\s+/);
      return [name, rest] as const;
    }),
  );
  const size = Number(said.get('SIZE')?.[0] ?? 0);
  return {
    pipelining: said.has('PIPELINING'),
    chunking: said.has('CHUNKING'),
    startTls: said.has('STARTTLS'),
    smtpUtf8: said.has('SMTPUTF8') && said.has('8BITMIME'),
    size: Number.isSafeInteger(size) && size > 0 ? size : null,
    signIn: said.get('AUTH') ?? [],
  };
};
