import type { Logger } from '../../../../platform/logger.ts';
import { PATIENCE, type Patience, type SmtpEndpoint } from './endpoint.ts';
import { openSession, type Session } from './open-session.ts';

const IDLE_MS = 20_000;

interface Idle {
  session: Session;
  timer: NodeJS.Timeout;
}

/** The connections to one account's server: at most `limit`, reused while they are good. */
export class ConnectionPool {
  readonly limit: number;
  readonly #endpoint: SmtpEndpoint;
  readonly #logger: Logger;
  readonly #patience: Patience;
  readonly #idle: Idle[] = [];
  #closed = false;

  constructor(endpoint: SmtpEndpoint, limit: number, logger: Logger, patience: Patience = PATIENCE) {
    this.#endpoint = endpoint;
    this.limit = limit;
    this.#logger = logger;
    this.#patience = patience;
  }

  /** A session that waits to be used again, or a new one. Throws NotOpened. */
  async session(): Promise<Session> {
    for (;;) {
      const idle = this.#idle.pop();
      if (!idle) break;
      clearTimeout(idle.timer);
      const { conversation } = idle.session;
      // Whatever was said meanwhile can only be a goodbye.
      if (conversation.alive && conversation.heard === 0) return idle.session;
      conversation.destroy();
    }
    return openSession(this.#endpoint, this.#patience, {
      warn: (what) => this.#logger.warn({ host: this.#endpoint.host }, what),
    });
  }

  keep(session: Session): void {
    if (this.#closed) {
      session.conversation.end();
      return;
    }
    const idle: Idle = { session, timer: setTimeout(() => this.#drop(idle), IDLE_MS) };
    idle.timer.unref();
    this.#idle.push(idle);
  }

  /** Ends what is idle; what is in use is ended when it comes back. */
  close(): void {
    this.#closed = true;
    for (const idle of [...this.#idle]) this.#drop(idle);
  }

  #drop(idle: Idle): void {
    const at = this.#idle.indexOf(idle);
    if (at >= 0) this.#idle.splice(at, 1);
    clearTimeout(idle.timer);
    idle.session.conversation.end();
  }
}
