import type { SmppEndpoint, SmppPatience } from './endpoint.ts';
import { type Hear, SmppLink } from './link.ts';

/** The bound connections of one account, at most `limit`; one that ended makes room for another. */
export class SmppConnections {
  readonly limit: number;
  readonly #endpoint: SmppEndpoint;
  readonly #patience: SmppPatience;
  readonly #hear: Hear;
  readonly #standing = new Set<SmppLink>();
  readonly #opening = new Set<Promise<SmppLink>>();

  constructor(endpoint: SmppEndpoint, limit: number, patience: SmppPatience, hear: Hear) {
    this.limit = limit;
    this.#endpoint = endpoint;
    this.#patience = patience;
    this.#hear = hear;
  }

  get standing(): readonly SmppLink[] {
    return [...this.#standing].filter((link) => link.alive);
  }

  /** Any that stands, or will. Throws NotBound. */
  async link(): Promise<SmppLink> {
    return this.standing[0] ?? this.another();
  }

  /** A new one; where all places are taken, the one that is being opened. Throws NotBound. */
  another(): Promise<SmppLink> {
    const [first] = this.#opening;
    if (first && this.standing.length + this.#opening.size >= this.limit) return first;
    const opening = this.#open();
    this.#opening.add(opening);
    const over = () => this.#opening.delete(opening);
    opening.then(over, over);
    return opening;
  }

  async #open(): Promise<SmppLink> {
    const link = await SmppLink.open(this.#endpoint, this.#patience, this.#hear);
    this.#standing.add(link);
    void link.ended.then(() => this.#standing.delete(link));
    return link;
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.#opening);
    await Promise.all([...this.#standing].map((link) => link.close()));
  }
}
