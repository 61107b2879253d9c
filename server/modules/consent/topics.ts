import { sql } from 'kysely';
import type * as api from '../../../contract/consent.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { TopicId } from '../../../contract/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';

interface Needs {
  db: Db;
  ids: Ids;
  clock: Clock;
}

const ok = { ok: true } as const;

interface ShownTopic {
  id: TopicId;
  name: string;
  description: string;
  archivedAt: Date | null;
  createdAt: Date;
  consented: number;
  left: number;
}

export const listTopics = async (
  { db }: Pick<Needs, 'db'>,
  actor: Actor,
  { archived = false }: InputOf<typeof api.listTopics>,
): Promise<ShownTopic[]> => {
  authorise(actor, 'consent.see');
  const { rows } = await sql<ShownTopic>`
    select t.id, t.name, t.description, t.archived_at, t.created_at, coalesce(c.parties, 0) as consented, coalesce(o.parties, 0) as left
    from topic t
    left join (select topic_id, count(distinct party_id)::int as parties from consent where decision = 'given' group by topic_id) c
      on c.topic_id = t.id
    left join (select topic_id, count(distinct party_id)::int as parties from opt_out where lifted_at is null and scope = 'topic'
      group by topic_id) o on o.topic_id = t.id
    where ${archived} or t.archived_at is null
    order by t.archived_at is not null, t.name collate human, t.id`.execute(db);
  return rows;
};

const UNIQUE_VIOLATION = '23505';

/** Names are unique among the topics in use, whatever the case. */
const nameTaken = (error: unknown): never => {
  if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw new Invalid('name', 'topic_taken');
  throw error;
};

export const createTopic = async (
  { db, ids, clock }: Needs,
  actor: Actor,
  { name, description }: InputOf<typeof api.createTopic>,
): Promise<{ id: string }> => {
  authorise(actor, 'consent.edit');
  const id = ids.next();
  await db.insertInto('topic').values({ id, name, description, createdAt: clock.now() }).execute().catch(nameTaken);
  return { id };
};

const change = async (db: Db, id: string, to: { name?: string; description?: string; archivedAt?: Date | null }) => {
  const { numUpdatedRows } = await db.updateTable('topic').set(to).where('id', '=', id).executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NotFound('topic');
  return ok;
};

export const updateTopic = async (
  { db }: Pick<Needs, 'db'>,
  actor: Actor,
  { id, name, description }: InputOf<typeof api.updateTopic>,
) => {
  authorise(actor, 'consent.edit');
  return change(db, id, { name, description }).catch(nameTaken);
};

export const archiveTopic = async ({ db, clock }: Needs, actor: Actor, { id }: InputOf<typeof api.archiveTopic>) => {
  authorise(actor, 'consent.edit');
  return change(db, id, { archivedAt: clock.now() });
};

export const restoreTopic = async (
  { db }: Pick<Needs, 'db'>,
  actor: Actor,
  { id }: InputOf<typeof api.restoreTopic>,
) => {
  authorise(actor, 'consent.edit');
  return change(db, id, { archivedAt: null }).catch((error: unknown) => {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw new Conflict('topic_taken');
    throw error;
  });
};

/** For a use case that writes about a topic. Throws NotFound, or Invalid when it is archived. */
export const assertTopicInUse = async (db: Db, id: string): Promise<void> => {
  const topic = await db.selectFrom('topic').select('archivedAt').where('id', '=', id).executeTakeFirst();
  if (!topic) throw new NotFound('topic');
  if (topic.archivedAt !== null) throw new Invalid('topicId', 'topic_archived');
};
