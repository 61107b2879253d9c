import type { SmppEndpoint, SmppPatience } from './endpoint.ts';
import { type Hear, SmppLink } from './link.ts';

/** The bound connections of one account, at most `limit`, in turn; one that ended is opened anew when it is asked for. */
export class SmppConnections {
  readonly limit: number;
  readonly #endpoint: SmppEndpoint;
  readonly #patience: SmppPatience;
  readonly #hear: Hear;
  readonly #links: (Promise<SmppLink> | null)[];
  #next = 0;

  constructor(endpoint: SmppEndpoint, limit: number, patience: SmppPatience, hear: Hear) {
    this.limit = limit;
    this.#endpoint = endpoint;
    this.#patience = patience;
    this.#hear = hear;
    this.#links = new Array<null>(limit).fill(null);
  }

  /** Whoever finds a place empty opens it, the others wait for that. Throws NotBound. */
  async link(): Promise<SmppLink> {
    const place = this.#next++ % this.limit;
    for (;;) {
      const standing = this.#links[place] ?? this.#open(place);
      const link = await standing;
      if (link.alive) return link;
      if (this.#links[place] === standing) this.#links[place] = null;
    }
  }

  #open(place: number): Promise<SmppLink> {
    const opening = SmppLink.open(this.#endpoint, this.#patience, this.#hear);
    this.#links[place] = opening;
    opening.catch(() => {
      if (this.#links[place] === opening) this.#links[place] = null;
    });
    return opening;
  }

  async close(): Promise<void> {
    const links = await Promise.all(this.#links.map((link) => link?.catch(() => null)));
    this.#links.fill(null);
    await Promise.all(links.map((link) => link?.close()));
  }
}
