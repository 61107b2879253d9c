const COMPACT_AT = 1_000;

/** One sharer's part of the row, first come first served; what was taken is cut off now and then. */
class Queue<T> {
  #items: (T | undefined)[] = [];
  #taken = 0;

  get length(): number {
    return this.#items.length - this.#taken;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  take(): T | undefined {
    const item = this.#items[this.#taken];
    // Not kept until it is cut off: what has left is to die young.
    this.#items[this.#taken] = undefined;
    this.#taken += 1;
    if (this.#taken > COMPACT_AT) {
      this.#items = this.#items.slice(this.#taken);
      this.#taken = 0;
    }
    return item;
  }
}

/** A row in which sharers take turns, however many each has brought: two campaigns on one server each get half of it. */
export class FairRow<T> {
  readonly #queues = new Map<string, Queue<T>>();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(sharer: string, item: T): void {
    let queue = this.#queues.get(sharer);
    if (queue === undefined) {
      queue = new Queue();
      this.#queues.set(sharer, queue);
    }
    queue.push(item);
    this.#length += 1;
  }

  /** The next one of the sharer whose turn it is, who then goes to the end. */
  take(): T | undefined {
    const [first] = this.#queues;
    if (first === undefined) return undefined;
    const [sharer, queue] = first;
    const item = queue.take();
    this.#length -= 1;
    if (this.#queues.size === 1 && queue.length > 0) return item;
    this.#queues.delete(sharer);
    if (queue.length > 0) this.#queues.set(sharer, queue);
    return item;
  }

  /** Empties the row. */
  takeAll(): T[] {
    const items: T[] = [];
    while (this.#length > 0) items.push(this.take()!);
    return items;
  }
}
