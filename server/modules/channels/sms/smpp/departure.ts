import type { AccountTrouble, Outcome } from '../../channel.ts';
import { Together } from '../../together.ts';
import { type Handed, type Handing, judged, type SmsToHand, untouched } from '../gateway.ts';
import { classifyStatus, type Verdict } from '../model/classify-status.ts';
import { type Answer, statusWords } from './link.ts';

/** Where their account is in trouble, nothing is said of those that it stopped. */
export class Group extends Together {
  readonly handing: Handing;

  constructor(size: number, handing: Handing) {
    super(size);
    this.handing = handing;
  }

  settle(message: SmsToHand, handed: Handed): void {
    this.troubled(handed.trouble);
    this.handing.settle(message, handed);
    this.leave();
  }

  pass(trouble: AccountTrouble | null): void {
    this.troubled(trouble);
    this.leave();
  }
}

const LOST: Outcome = { state: 'unknown', reason: 'connection_lost', reply: '' };

/** One message before the gateway: its parts go one after another, and none is begun before the last one was taken. */
export class Departure {
  readonly message: SmsToHand;
  readonly group: Group;
  readonly #parts: readonly Buffer[];
  readonly #taken: Handed['taken'] = [];
  #accepted = 0;

  constructor(message: SmsToHand, parts: readonly Buffer[], group: Group) {
    this.message = message;
    this.#parts = parts;
    this.group = group;
  }

  /** The part that goes next. */
  get due(): Buffer {
    return this.#parts[this.#accepted]!;
  }

  /** Takes the answer to the part that was due; whether that was the end of it. */
  answered(answer: Answer): boolean {
    const handed = this.#read(answer);
    if (handed) this.settle(handed);
    return handed !== null;
  }

  settle(handed: Handed): void {
    this.group.settle(this.message, handed);
  }

  untouched(reason: string): void {
    this.settle(untouched(reason));
  }

  /** Without having been begun. */
  giveUp(verdict: Verdict): void {
    if ('trouble' in verdict) this.group.pass(verdict.trouble);
    else if (this.group.handing.wanted(this.message)) this.settle(judged(verdict));
    else this.untouched('not_wanted');
  }

  #read(answer: Answer): Handed | null {
    const [taken, accepted] = [this.#taken, this.#accepted];
    if (answer === null) return { outcome: LOST, trouble: null, taken, accepted };
    const reply = statusWords(answer);
    if (answer.status !== 0) return this.#refused(answer.status, reply);
    this.#accepted += 1;
    if (answer.id !== '') taken.push({ partNo: this.#accepted, gatewayId: answer.id });
    if (this.#accepted < this.#parts.length) return null;
    return { outcome: { state: 'sent', reply }, trouble: null, taken, accepted: this.#accepted };
  }

  /** After some parts were taken it is final, whatever its reason: the phone must not get those again. */
  #refused(status: number, said: string): Handed {
    if (this.#accepted === 0) return judged(classifyStatus(status, said));
    const reply = `${said} (${this.#accepted}/${this.#parts.length})`;
    const outcome: Outcome = { state: 'failed', reason: 'partly_refused', reply, verdict: null };
    return { outcome, trouble: null, taken: this.#taken, accepted: this.#accepted };
  }
}
