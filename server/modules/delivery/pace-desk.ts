import type { SendingAccountId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Logger } from '../../platform/logger.ts';
import { type AccountTrouble, findAccount, type Outcome, type StoredAccount } from '../channels/index.ts';
import { backOffAgain } from './model/back-off.ts';
import { type Drawer, draw, giveBack, type Scope, type ScopeState } from './model/draw.ts';
import type { PaceNow, Used } from './model/pace.ts';
import { ACCOUNT, domainOf, domainScope, isPaced, type PaceRules, scopesOn } from './model/scopes.ts';
import { type Hold, lockAccount, readHolds, readUsed, writeHold, writeUsed } from './pace.store.ts';

type Deferred = Extract<Outcome, { state: 'deferred' }>;

/** Until a back-off is written and known. */
const AT_LEAST_MS = 60_000;

const PUT_AWAY: AccountTrouble = { reason: 'by_hand', reply: '' };

/** Why nothing leaves an account at all. */
const troubleIn = ({ pausedAt, pausedReason, archivedAt }: StoredAccount): AccountTrouble | null =>
  pausedAt !== null ? (pausedReason ?? PUT_AWAY) : archivedAt !== null ? PUT_AWAY : null;

/** What one worker knows of the pace of the accounts it sends from; the truth is in the database, shared by all workers. */
export class PaceDesk {
  private readonly db: Db;
  private readonly logger: Logger;
  /** By account and scope; ends by this process's monotonic clock. */
  private readonly holds = new Map<string, Map<string, Hold & { endsAt: number }>>();

  private readonly rules = new Map<string, PaceRules>();
  private readonly troubles = new Map<string, AccountTrouble | null>();

  /** Of the database's clock before the monotonic one. */
  private ahead = 0;

  constructor(db: Db, logger: Logger) {
    this.db = db;
    this.logger = logger;
  }

  /** Learns the account's rules, and whom other workers leave alone. */
  async look(account: SendingAccountId): Promise<void> {
    const [rules, { at, holds }] = await Promise.all([findAccount(this.db, account), readHolds(this.db, account)]);
    if (rules) this.rules.set(account, rules);
    this.troubles.set(account, rules ? troubleIn(rules) : PUT_AWAY);
    this.holds.set(
      account,
      new Map(holds.map((hold) => [hold.scope, { ...hold, endsAt: performance.now() + hold.left }])),
    );
    this.ahead = at - performance.now();
  }

  /** What the database's clock shows (milliseconds), as far as was seen when an account was last looked at; this process's own may be wrong. */
  databaseTime(): number {
    return performance.now() + this.ahead;
  }

  /** Why nothing leaves the account at all, as last seen; null: it may. */
  troubleOf(account: SendingAccountId): AccountTrouble | null {
    return this.troubles.get(account) ?? null;
  }

  noteTrouble(account: SendingAccountId, trouble: AccountTrouble): void {
    this.troubles.set(account, trouble);
  }

  /** Until when (database time) this recipient is not written to from the account, because a server asked us to wait; null: it may. */
  heldUntil(account: SendingAccountId, address: string): number | null {
    const holds = this.holds.get(account);
    if (holds === undefined || holds.size === 0) return null;
    const standing = [holds.get(ACCOUNT), holds.get(domainScope(domainOf(address)))].filter(
      (hold) => hold !== undefined && hold.endsAt > performance.now(),
    );
    return standing.length === 0 ? null : Math.max(...standing.map((hold) => hold!.until));
  }

  /** A server asked us to wait: at once for this worker, then for all. */
  backOff(account: SendingAccountId, address: string, { asksToWait, reason, reply }: Deferred): void {
    if (asksToWait === undefined || this.heldUntil(account, address) !== null) return;
    const scope = asksToWait === 'server' ? ACCOUNT : domainScope(domainOf(address));
    this.note(account, { scope, until: this.databaseTime() + AT_LEAST_MS, left: AT_LEAST_MS });
    void writeHold(this.db, account, scope, { reason, reply }, backOffAgain).then(
      (hold) => this.note(account, hold),
      (error: unknown) => this.logger.warn({ err: error, scope }, 'a back-off could not be written'),
    );
  }

  private note(account: SendingAccountId, hold: Hold): void {
    const holds = this.holds.get(account) ?? new Map();
    holds.set(hold.scope, { ...hold, endsAt: performance.now() + hold.left });
    this.holds.set(account, holds);
  }

  /**
   * Draws leave for messages to these addresses, in this order: null lets one go, a moment (database time) lets it wait. `full`: the whole
   * account has nothing left for now, or what is left is kept for another run.
   */
  async draw(
    account: SendingAccountId,
    addresses: readonly string[],
    drawer: Drawer,
  ): Promise<{ waits: (number | null)[]; full: boolean }> {
    const rules = this.rules.get(account);
    if (rules === undefined || !isPaced(rules)) return { waits: addresses.map(() => null), full: false };
    return this.inTurn(account, rules, addresses, (wanted, used, now) => {
      const { waits, states } = draw(wanted, used, now, drawer);
      return {
        states,
        answer: { waits, full: states.some(({ name, freeAt }) => name === ACCOUNT && freeAt !== null) },
      };
    });
  }

  /** What was drawn for these and did not leave goes to others. */
  async giveBack(account: SendingAccountId, addresses: readonly string[], run: string): Promise<void> {
    const rules = this.rules.get(account);
    if (addresses.length === 0 || rules === undefined || !isPaced(rules)) return;
    await this.inTurn(account, rules, addresses, (wanted, used, now) => ({
      states: giveBack(wanted, used, now, run),
      answer: undefined,
    }));
  }

  private async inTurn<T>(
    account: SendingAccountId,
    rules: PaceRules,
    addresses: readonly string[],
    decide: (wanted: Scope[][], used: Map<string, Used>, now: PaceNow) => { states: ScopeState[]; answer: T },
  ): Promise<T> {
    return this.db.transaction().execute(async (tx) => {
      const now = await lockAccount(tx, account);
      const scopesOf = scopesOn(rules, now.date);
      const wanted = addresses.map((address) => scopesOf(domainOf(address)));
      const names = new Set(wanted.flat().map(({ name }) => name));
      const { states, answer } = decide(wanted, await readUsed(tx, account, [...names]), now);
      await writeUsed(tx, account, states);
      return answer;
    });
  }
}
