import type { Outcome } from '../../channels/index.ts';

export interface PauseReason {
  code: 'policy_rejections' | 'content_too_large' | 'render_errors' | 'account_trouble' | 'database_restored';
  params: Record<string, string | number>;
}

const WINDOW = 200;
const SHARE = 0.05;
const IN_A_ROW = 5;
const TOO_BIG = 3;
const FIRST_RENDERED = 20;
const RENDER_SHARE = 0.02;

/**
 * Watches a run as it is sent and says when to stop and ask: the receiving side refuses us by policy (5 in a row, or over 5 % of
 * the last 200), says the message is too big (3), or the text cannot be rendered (the first 20, or over 2 %).
 */
export class RunWatch {
  /** Whether each of the last was refused by policy: a ring. */
  private readonly recent: boolean[] = new Array(WINDOW).fill(false);
  private seen = 0;
  private refused = 0;
  private inARow = 0;
  private tooBig = 0;
  private rendered = 0;
  private renderFailures = 0;

  /** Answers the reason to pause, or null. */
  outcome(outcome: Outcome): PauseReason | null {
    if (outcome.state === 'untouched' || outcome.state === 'unknown') return null;
    const policy = outcome.state !== 'sent' && outcome.reason === 'policy';
    this.inARow = policy ? this.inARow + 1 : 0;
    this.remember(policy);
    if (outcome.state === 'failed' && outcome.reason === 'too_big') this.tooBig += 1;

    const reply = 'reply' in outcome ? outcome.reply.slice(0, 300) : '';
    if (this.tooBig >= TOO_BIG) return { code: 'content_too_large', params: { count: this.tooBig, reply } };
    const tooMany = this.seen >= WINDOW && this.refused > WINDOW * SHARE;
    if (this.inARow >= IN_A_ROW || (policy && tooMany))
      return { code: 'policy_rejections', params: { count: this.refused, reply } };
    return null;
  }

  private remember(policy: boolean): void {
    const place = this.seen % WINDOW;
    this.refused += Number(policy) - Number(this.recent[place]);
    this.recent[place] = policy;
    this.seen += 1;
  }

  renders(total: number, failures: number, field: string): PauseReason | null {
    this.rendered += total;
    this.renderFailures += failures;
    const allOfTheFirst = this.rendered >= FIRST_RENDERED && this.renderFailures === this.rendered;
    const share = this.rendered >= WINDOW && this.renderFailures > this.rendered * RENDER_SHARE;
    return allOfTheFirst || share ? { code: 'render_errors', params: { count: this.renderFailures, field } } : null;
  }
}
