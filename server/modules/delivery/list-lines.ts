import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { getLine as getLineEndpoint, listLines as listLinesEndpoint } from '../../../contract/runs.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { readLines, readStory, showLines } from './line.views.ts';

type Needs = { db: Db };

export const listLines = async (
  { db }: Needs,
  actor: Actor,
  input: InputOf<typeof listLinesEndpoint>,
): Promise<OutputOf<typeof listLinesEndpoint>> => {
  authorise(actor, 'campaign.see');
  if (input.after !== undefined && !/^\d{1,9}$/.test(input.after))
    throw new Invalid('after', 'invalid', { reason: 'cursor' });
  return showLines(db, input);
};

export const getLine = async (
  { db }: Needs,
  actor: Actor,
  { id, no }: InputOf<typeof getLineEndpoint>,
): Promise<OutputOf<typeof getLineEndpoint>> => {
  authorise(actor, 'campaign.see');
  const [line] = await readLines(db, { id }, no - 1, 1);
  if (line?.no !== no) throw new NotFound('recipient');
  const history = await readStory(db, id, no);
  return { ...line, history: history.map((one) => ({ ...one, at: one.at.toISOString() })) };
};
