import type { AccountTrouble } from '../../channel.ts';
import { FairRow } from '../../fair-row.ts';
import type { Handing, SmsToHand } from '../gateway.ts';
import type { Verdict } from '../model/classify-status.ts';
import type { SmppConnections } from './connections.ts';
import { Departure, Group } from './departure.ts';
import { NotBound, notOpened, type SmppLink } from './link.ts';

const CLOSED: Verdict = { outcome: { state: 'untouched', reason: 'connection_lost' } };

/** What is on its way over one connection. */
interface Lane {
  link: SmppLink;
  /** Places of the window that are taken. */
  busy: number;
  /** A part of each was taken, and another is due. */
  goingOn: Departure[];
  /** Something went over it. */
  used: boolean;
}

/** Those that may go now, asked for together, once what would be written stands ready. */
const cleared = (departures: readonly Departure[]): Departure[] => {
  const asked = new Map<Group, SmsToHand[]>();
  for (const { group, message } of departures) {
    const theirs = asked.get(group);
    if (theirs) theirs.push(message);
    else asked.set(group, [message]);
  }
  const allowed = new Map([...asked].map(([group, theirs]) => [group, group.handing.aboutToHandOver(theirs)]));
  return departures.filter((one) => {
    const goes = allowed.get(one.group)!.has(one.message.no);
    if (!goes) one.untouched('withdrawn');
    return goes;
  });
};

/**
 * What waits before one account's gateway, from all groups of all runs in one row in which runs take turns, so that the window stays full
 * from one group to the next. What its answers make room for in one go is journaled together and leaves in one write.
 */
export class Departures {
  readonly #connections: SmppConnections;
  readonly #window: number;
  readonly #partsOf: (message: SmsToHand) => readonly Buffer[];
  readonly #waiting = new FairRow<Departure>();
  readonly #lanes = new Map<SmppLink, Lane>();
  #opening = 0;
  #soon = false;
  #closed = false;

  constructor(connections: SmppConnections, window: number, partsOf: (message: SmsToHand) => readonly Buffer[]) {
    this.#connections = connections;
    this.#window = window;
    this.#partsOf = partsOf;
  }

  handOver(messages: readonly SmsToHand[], handing: Handing): Promise<AccountTrouble | null> {
    const group = new Group(messages.length, handing);
    // Encoded before they are asked for, so that nothing lies between the journal and the write.
    for (const message of messages)
      this.#waiting.push(handing.sharer, new Departure(message, this.#partsOf(message), group));
    if (this.#closed) this.#giveUp(CLOSED);
    this.#staff();
    this.#goOn();
    return group.done;
  }

  close(): void {
    this.#closed = true;
    this.#giveUp(CLOSED);
  }

  /** When all that has just arrived is worked through. */
  #goOn(): void {
    if (this.#soon) return;
    this.#soon = true;
    process.nextTick(() => {
      this.#soon = false;
      for (const lane of this.#lanes.values()) this.#fill(lane);
    });
  }

  #fill(lane: Lane): void {
    const { link, goingOn } = lane;
    while (link.alive && (goingOn.length > 0 || (this.#waiting.length > 0 && lane.busy < this.#window))) {
      const begun = cleared(this.#next(this.#window - lane.busy));
      lane.busy += begun.length;
      this.#submit(lane, [...goingOn.splice(0), ...begun]);
    }
  }

  #submit(lane: Lane, leaving: readonly Departure[]): void {
    if (leaving.length === 0) return;
    lane.used = true;
    const octets = leaving.map(({ due }) => due);
    lane.link.submit(octets, (at, answer) => {
      const departure = leaving[at]!;
      if (departure.answered(answer)) lane.busy -= 1;
      else lane.goingOn.push(departure);
      this.#goOn();
    });
  }

  /** Who is no longer wanted leaves the row untouched, and whose account is in trouble without a word. */
  #next(room: number): Departure[] {
    const next: Departure[] = [];
    while (next.length < room) {
      const one = this.#waiting.take();
      if (one === undefined) break;
      if (one.group.isTroubled) one.group.pass(null);
      else if (!one.group.handing.wanted(one.message)) one.untouched('not_wanted');
      else next.push(one);
    }
    return next;
  }

  /** As many connections as what waits can fill. */
  #staff(): void {
    for (const link of this.#connections.standing) this.#take(link);
    const free = [...this.#lanes.values()].reduce((sum, { busy }) => sum + this.#window - busy, 0);
    const places = this.#connections.limit - this.#lanes.size;
    const wanted = Math.min(places, Math.ceil((this.#waiting.length - free) / this.#window));
    while (this.#opening < wanted) void this.#open();
  }

  async #open(): Promise<void> {
    this.#opening += 1;
    let verdict: Verdict | null = null;
    try {
      this.#take(await this.#connections.another());
    } catch (error) {
      verdict = error instanceof NotBound ? error.verdict : notOpened(error);
    } finally {
      this.#opening -= 1;
    }
    // While others get through, a refused connection is only one too many.
    if (verdict && ('trouble' in verdict || this.#isAlone)) this.#giveUp(verdict);
    this.#goOn();
  }

  get #isAlone(): boolean {
    return this.#lanes.size + this.#opening === 0;
  }

  #take(link: SmppLink): void {
    if (this.#lanes.has(link)) return;
    const lane: Lane = { link, busy: 0, goingOn: [], used: false };
    this.#lanes.set(link, lane);
    void link.ended.then(() => this.#ended(lane));
  }

  /** What waits goes by another connection, unless this one ended before anything went over it. */
  #ended({ link, goingOn, used }: Lane): void {
    this.#lanes.delete(link);
    for (const one of goingOn.splice(0)) one.answered(null);
    if (used) this.#staff();
    else if (this.#isAlone) this.#giveUp(CLOSED);
  }

  /** Nothing that waits can go. */
  #giveUp(verdict: Verdict): void {
    for (const one of this.#waiting.takeAll()) one.giveUp(verdict);
  }
}
