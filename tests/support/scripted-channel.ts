import type { CarryingChannel, Outcome } from '../../server/modules/channels/index.ts';

export type Script = (no: number, attempt: number) => Outcome | Promise<Outcome>;

export interface ScriptedChannel extends CarryingChannel {
  /** How often each Message-ID was accepted by the peer. */
  accepted: Map<string, number>;
  script: Script;
  /** What is handed over. */
  wire(no: number, value: string | null): string;
}

/** A peer that answers by a script: accepts, refuses, defers, or breaks off, before or after the dot. */
export const scriptedChannel = (): ScriptedChannel => {
  const attempts = new Map<string, number>();
  const channel: ScriptedChannel = {
    shape: 'carry',
    name: 'email',
    accepted: new Map(),
    script: () => ({ state: 'sent', reply: '250 ok' }),
    wire: (_no, value) => String(value),
    prepare: async () => ({
      fields: ['contact.first_name'],
      render: ({ no, values }) => ({ no, wire: channel.wire(no, values[0] ?? null) }),
      carry: async (batch, { aboutToHandOver, settle }) => {
        for (const { parcel, make } of batch) {
          if (make() === null) continue;
          const attempt = (attempts.get(parcel.messageId) ?? 0) + 1;
          attempts.set(parcel.messageId, attempt);
          const outcome = await channel.script(parcel.no, attempt);
          const reachesDot = outcome.state === 'sent' || outcome.state === 'unknown';
          if (reachesDot && !aboutToHandOver([parcel.no]).has(parcel.no)) {
            settle(parcel.no, { state: 'untouched', reason: 'withdrawn' });
            continue;
          }
          if (outcome.state === 'sent')
            channel.accepted.set(parcel.messageId, (channel.accepted.get(parcel.messageId) ?? 0) + 1);
          settle(parcel.no, outcome);
        }
        return null;
      },
      close: async () => undefined,
    }),
    show: async () => ({ subject: '', from: '', html: null, text: '', headers: [], files: [] }),
    close: async () => undefined,
  };
  return channel;
};
