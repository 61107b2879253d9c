import { emailKey } from '../../../contract/address.ts';
import { createTopic, importSuppressions } from '../../../contract/consent.ts';
import type { TopicId } from '../../../contract/ids.ts';
import { LANGUAGES } from '../../../contract/messages/index.ts';
import {
  type DemoConsent,
  TOPICS,
  type TopicKey,
  TRACKING_SHARE,
  TRACKING_WORDINGS,
} from '../../../db/demo/consent.ts';
import type { DemoData } from '../../../db/demo/demo-data.ts';
import type { App } from '../../app.ts';
import type { Actor } from '../../modules/access/index.ts';
import { type ConsentRow, optOut, recordConsents, writeTrackingConsent } from '../../modules/consent/index.ts';
import { askAs } from './ask.ts';
import type { BroughtIn } from './bring-in.ts';

export type Topics = Record<TopicKey, TopicId>;

const DAY_MS = 86_400_000;

const createTopics = async (app: App, actor: Actor): Promise<Topics> => {
  const ask = askAs(app, actor);
  const made: [TopicKey, TopicId][] = [];
  for (const { key, name, description } of TOPICS) made.push([key, (await ask(createTopic, { name, description })).id]);
  return Object.fromEntries(made) as Topics;
};

const rowFor = (app: App, topics: Topics, consent: DemoConsent, partyId: string): ConsentRow => ({
  partyKind: 'contact',
  partyId,
  addressKey: emailKey(consent.contact.email ?? '') ?? '',
  channel: 'email',
  topicId: topics[consent.topic],
  decision: 'given',
  wording: consent.wording,
  source: consent.source,
  evidence: { note: consent.evidence },
  recordedBy: null,
  at: new Date(app.clock.now().getTime() - consent.daysAgo * DAY_MS),
});

/** A third of the time since. */
const later = (app: App, at: Date): Date => new Date(at.getTime() + (app.clock.now().getTime() - at.getTime()) / 3);

/** What people agreed to, with the words they saw and the proof, and what some of them took back since. */
const recordAll = async (app: App, topics: Topics, consents: DemoConsent[], { idOf }: BroughtIn): Promise<void> => {
  const rows = consents.flatMap((consent) => {
    const partyId = idOf(consent.contact);
    return partyId === undefined ? [] : [{ state: consent.state, given: rowFor(app, topics, consent, partyId) }];
  });
  const since = (state: DemoConsent['state']) =>
    rows.filter((row) => row.state === state).map(({ given }) => ({ ...given, at: later(app, given.at) }));
  await app.db.transaction().execute(async (tx) => {
    await recordConsents(
      tx,
      rows.map(({ given }) => given),
      { overrules: true },
    );
    const withdrawn = since('withdrawn').map((row) => ({
      ...row,
      decision: 'withdrawn' as const,
      wording: '',
      source: 'phone',
    }));
    await recordConsents(tx, withdrawn, { overrules: true });
    await optOut(
      tx,
      since('left').map(({ topicId, wording: _, decision: __, ...row }) => ({
        ...row,
        subject: { topicId },
        source: 'link',
      })),
    );
  });
};

/** Who agreed to his opens and clicks being noticed, always the same ones. */
const permitTracking = async (app: App, consents: DemoConsent[], { idOf }: BroughtIn): Promise<void> => {
  const asked = new Map(consents.map(({ contact }) => [idOf(contact), contact.country.language]));
  const agreed = [...asked].filter(([id], place) => id !== undefined && (place % 100) / 100 < TRACKING_SHARE);
  for (const language of LANGUAGES) {
    const parties = agreed.flatMap(([id, spoken]) => (id && spoken === language ? [{ kind: 'contact', id }] : []));
    await writeTrackingConsent(app.db, parties, {
      decision: 'given',
      wording: TRACKING_WORDINGS[language],
      source: 'website',
      evidence: {},
      recordedBy: null,
      at: app.clock.now(),
    });
  }
};

/** The topics, who agreed to them, and who must never be written to. */
export const permit = async (app: App, actor: Actor, data: DemoData, people: BroughtIn): Promise<Topics> => {
  const topics = await createTopics(app, actor);
  await recordAll(app, topics, data.consents, people);
  await permitTracking(app, data.consents, people);
  await askAs(app, actor)(importSuppressions, { text: data.suppressions.join('\n'), channel: 'email' });
  return topics;
};
