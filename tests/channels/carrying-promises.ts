import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HandOver, Outcome, Parcel, Prepared, RenderedMessage } from '../../server/modules/channels/index.ts';
import { testDatabase } from '../support/database.ts';
import type { CarryingCase, OpenChannel } from './channel-case.ts';

/** What delivery relies on, whatever carries the message. */
export const carryingPromises = (channelCase: CarryingCase): void => {
  const database = testDatabase();
  let open: OpenChannel;
  let prepared: Prepared;
  beforeAll(async () => {
    open = await channelCase.open(database.db);
    prepared = await open.channel.prepare(open.dispatch);
  });
  afterAll(async () => {
    await prepared.close();
    await open.channel.close();
    await open.close();
  });

  const parcel = (no: number, address = open.address(no)): Parcel => ({
    no,
    address,
    addressKey: address,
    language: 'en',
    messageId: `<202611000000001.${no}.abc@fjord.example>`,
    token: `tok-${no}`,
    tracked: false,
    values: prepared.fields.map(() => 'Åse'),
    sender: null,
  });
  const rendered = (one: Parcel): RenderedMessage => {
    const message = prepared.render(one);
    if (!('wire' in message)) throw new Error(message.message);
    return message;
  };

  /** Carries the parcels and tells in order what was asked and settled. */
  const carried = async (parcels: Parcel[], over: Partial<HandOver> = {}) => {
    const story: string[] = [];
    const outcomes = new Map<number, Outcome>();
    const trouble = await prepared.carry(
      parcels.map((one) => ({ parcel: one, make: () => rendered(one) })),
      {
        ...over,
        aboutToHandOver: (nos) => {
          story.push(...nos.map((no) => `asked ${no}`));
          return over.aboutToHandOver?.(nos) ?? new Set(nos);
        },
        settle: (no, outcome) => {
          story.push(`settled ${no}`);
          outcomes.set(no, outcome);
        },
      },
    );
    return { story, outcomes, trouble };
  };
  const states = (outcomes: Map<number, Outcome>) => [...outcomes].sort().map(([no, { state }]) => `${no} ${state}`);

  test('shows what somebody got from the same values, and hands nothing over for it', async () => {
    const before = await open.accepted();
    const shown = await open.channel.show(open.dispatch, parcel(1));
    expect(shown).toHaveProperty('text', expect.stringContaining('Åse'));
    expect(await open.accepted()).toBe(before);
  });

  test('settles each line once, and asks before it hands one over', async () => {
    const before = await open.accepted();
    const { story, outcomes } = await carried([1, 2, 3].map((no) => parcel(no)));
    expect(states(outcomes)).toEqual(['1 sent', '2 sent', '3 sent']);
    expect((await open.accepted()) - before).toBe(3);
    for (const no of [1, 2, 3]) {
      expect(story.filter((line) => line.endsWith(` ${no}`))).toEqual([`asked ${no}`, `settled ${no}`]);
    }
  });

  test('leaves a line untouched that was withdrawn at the last moment', async () => {
    const before = await open.accepted();
    const { outcomes } = await carried([parcel(4), parcel(5)], {
      aboutToHandOver: (nos) => new Set(nos.filter((no) => no !== 4)),
    });
    expect(states(outcomes)).toEqual(['4 untouched', '5 sent']);
    expect((await open.accepted()) - before).toBe(1);
  });

  test('says not a word for a line that is no longer wanted', async () => {
    const before = await open.accepted();
    const { story, outcomes } = await carried([parcel(6)], { wanted: () => false });
    expect(states(outcomes)).toEqual(['6 untouched']);
    expect(story).toEqual(['settled 6']);
    expect(await open.accepted()).toBe(before);
  });

  test('fails what is no address, says so of the address, and goes on with the others', async () => {
    const { outcomes } = await carried([parcel(7, open.noAddress), parcel(8)]);
    expect(outcomes.get(7)).toMatchObject({ state: 'failed', verdict: 'malformed' });
    expect(outcomes.get(8)).toMatchObject({ state: 'sent' });
  });

  test('judges nobody while the peer is away', async () => {
    await open.leave();
    const { outcomes } = await carried([parcel(9), parcel(10)]);
    for (const { state } of outcomes.values()) expect(['deferred', 'untouched']).toContain(state);
  });
};
