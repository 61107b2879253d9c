import type { getInstructions as endpoint } from '../../../contract/desk.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { findWritten, renderScript } from '../content/index.ts';
import type { DirectLinkOf } from '../tracking/index.ts';
import { findSubject, type Subject } from './desk.views.ts';

export interface WordsNeeds {
  db: Db;
  directLinkOf: DirectLinkOf;
}

export interface Words {
  text: string | null;
  /** The person's own link, where the words name it. */
  directLink: string | null;
}

const NONE: Words = { text: null, directLink: null };

/** E18: the words of the action for this person, from the data as they are now. */
export const wordsFor = async ({ db, directLinkOf }: WordsNeeds, actor: Actor, subject: Subject): Promise<Words> => {
  if (subject.contentVersionId === null) return NONE;
  const version = await findWritten(db, subject.contentVersionId);
  if (version === undefined) return NONE;
  const { runId, no, partyKind, partyId, companyId, about, language, campaignName } = subject;
  const directLinkUrl = directLinkOf(runId, no);
  const text = await renderScript(db, version, {
    line: { no: 1, partyKind, partyId, companyId, about },
    language,
    from: { senderName: actor.name, campaignName, directLinkUrl },
  });
  return { text, directLink: text?.includes(directLinkUrl) ? directLinkUrl : null };
};

export const getInstructions = async (
  needs: WordsNeeds,
  actor: Actor,
  { id }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'crm.see');
  const subject = await findSubject(needs.db, id);
  return subject ? wordsFor(needs, actor, subject) : NONE;
};
