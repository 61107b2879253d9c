import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { tryLinks as endpoint } from '../../../../contract/link-checks.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { articlesOf } from '../article.store.ts';
import { allDrawn } from '../draw-design.ts';
import { numberLinks } from '../model/number-links.ts';
import type { LinkTrials } from './link-trials.ts';
import type { Tried } from './try-link.ts';

const MOST_LINKS = 100;
/** Nobody waits longer for the whole message. */
const WHOLE_MS = 30_000;

const UNTRIED: Tried = { state: 'untried', status: null, at: null };

/** The links that are led nowhere else for anybody; a text that is no template has none yet. */
const fixedLinks = (...content: Parameters<typeof numberLinks>): { url: string; label: string }[] => {
  try {
    return [...numberLinks(...content)].map(([url, { label }]) => ({ url, label }));
  } catch {
    return [];
  }
};

export const tryLinks = async (
  { db, linkTrials }: { db: Db; linkTrials: LinkTrials },
  actor: Actor,
  { variants, again }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'content.edit');
  const drawn = allDrawn(variants);
  const links = fixedLinks(drawn, await articlesOf(db, drawn));
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<Tried>((resolve) => {
    timer = setTimeout(resolve, WHOLE_MS, UNTRIED);
  });
  const tried = await Promise.all(
    links.map(async (link, no) => ({
      ...link,
      ...(no < MOST_LINKS ? await Promise.race([linkTrials.try(link.url, again), end]) : UNTRIED),
    })),
  );
  clearTimeout(timer);
  return { links: tried };
};
