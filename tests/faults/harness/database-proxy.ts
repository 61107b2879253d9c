import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** `cut`: before the commit is passed on; `swallow`: its answer never arrives; `all`: it is passed on, and every connection is cut. */
export type DatabaseFault = 'cut' | 'swallow' | 'all';

/** As it stands on the wire when a transaction commits. */
const COMMIT = Buffer.from('Q\0\0\0\x0bcommit\0', 'latin1');

/** Stands between a worker and PostgreSQL and breaks the connection at a commit. */
export class DatabaseProxy {
  readonly #server: Server;
  readonly #pairs = new Map<Socket, Socket>();
  readonly #target: pg.Client;
  #stalled = false;
  #refusing = false;
  #armed: { fault: DatabaseFault; commits: number; done: () => void } | null = null;

  private constructor(url: string) {
    this.#target = new pg.Client({ connectionString: url });
    this.#server = createServer((client) => this.#join(client));
  }

  static async start(url: string): Promise<DatabaseProxy> {
    const proxy = new DatabaseProxy(url);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** The same database, through here. */
  get url(): string {
    const { user, password, database } = this.#target;
    const { port } = this.#server.address() as AddressInfo;
    return `postgresql://${encodeURIComponent(user ?? '')}:${encodeURIComponent(String(password ?? ''))}@127.0.0.1:${port}/${database}`;
  }

  /** Resolves when it has happened, at the so-manieth commit from now. */
  breakAt(commits: number, fault: DatabaseFault): Promise<void> {
    return new Promise((resolve) => {
      this.#armed = { fault, commits, done: resolve };
    });
  }

  /** Nothing passes for a while, in either direction; then everything does. */
  async stall(ms: number): Promise<void> {
    this.#stalled = true;
    for (const pair of this.#pairs) for (const socket of pair) socket.pause();
    await sleep(ms);
    this.#stalled = false;
    for (const pair of this.#pairs) for (const socket of pair) socket.resume();
  }

  /** Every connection is cut and none is taken for a while. */
  async refuse(ms: number): Promise<void> {
    this.#refusing = true;
    this.#endAll();
    await sleep(ms);
    this.#refusing = false;
  }

  disarm(): void {
    this.#armed = null;
  }

  #join(client: Socket): void {
    if (this.#refusing) {
      client.destroy();
      return;
    }
    const { host, port } = this.#target;
    const number = Number(port);
    const server = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${number}`) : connect(number, host);
    this.#pairs.set(client, server);
    let deaf = false;
    const end = () => {
      client.destroy();
      server.destroy();
      this.#pairs.delete(client);
    };
    for (const socket of [client, server]) socket.on('error', end).on('close', end);
    if (this.#stalled) for (const socket of [client, server]) socket.pause();
    server.on('data', (data) => (deaf ? end() : client.write(data)));
    client.on('data', (data: Buffer) => {
      const fault = data.includes(COMMIT) ? this.#due() : null;
      if (fault === 'cut') return end();
      deaf ||= fault === 'swallow';
      server.write(data);
      if (fault === 'all') this.#endAll();
    });
  }

  #due(): DatabaseFault | null {
    const armed = this.#armed;
    if (armed === null) return null;
    armed.commits -= 1;
    if (armed.commits > 0) return null;
    this.#armed = null;
    queueMicrotask(armed.done);
    return armed.fault;
  }

  #endAll(): void {
    for (const [client, server] of this.#pairs) {
      client.destroy();
      server.destroy();
    }
  }

  close(): void {
    this.#endAll();
    this.#server.close();
  }
}
