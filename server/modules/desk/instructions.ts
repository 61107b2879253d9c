import type { getInstructions as endpoint } from '../../../contract/desk.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { findWritten, renderScript } from '../content/index.ts';
import { findSubject, type Subject } from './desk.views.ts';

/** E18: the words of the action for this person, from the data as they are now. */
export const wordsFor = async (db: Db | Tx, actor: Actor, subject: Subject): Promise<string | null> => {
  if (subject.contentVersionId === null) return null;
  const version = await findWritten(db, subject.contentVersionId);
  if (version === undefined) return null;
  const { partyKind, partyId, companyId, about, language, campaignName } = subject;
  return renderScript(db, version, {
    line: { no: 1, partyKind, partyId, companyId, about },
    language,
    from: { senderName: actor.name, campaignName },
  });
};

export const getInstructions = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'crm.see');
  const subject = await findSubject(db, id);
  return { text: subject ? await wordsFor(db, actor, subject) : null };
};
