import type { TrackDraft, Tracks } from '../../../../../contract/tracks.ts';

export type Draft = TrackDraft;

/** The tracks as they are stored, to be rearranged. */
export const draftOf = ({ tracks }: Pick<Tracks, 'tracks'>): Draft[] =>
  tracks.map(({ id, name, interest, afterFailure, messages }) => ({
    id,
    name,
    interest,
    afterFailure,
    messages: messages.map(({ actionId, name: called }) => ({ actionId, name: called })),
  }));

export const isChanged = (drafts: readonly Draft[], tracks: Pick<Tracks, 'tracks'>): boolean =>
  JSON.stringify(drafts) !== JSON.stringify(draftOf(tracks));

/** Whether the order or number of messages of a track with people in it is another. */
export const touchesPeople = (drafts: readonly Draft[], { tracks }: Pick<Tracks, 'tracks'>): boolean =>
  tracks.some(({ id, messages, people }) => {
    const draft = drafts.find((one) => one.id === id);
    const order = draft?.messages.map(({ actionId }) => actionId ?? 'new').join();
    return (
      Object.values(people).some((count) => count > 0) && order !== messages.map(({ actionId }) => actionId).join()
    );
  });

/** The list with one taken out and put in elsewhere. */
export const moved = <T>(list: readonly T[], from: number, to: number): T[] => {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), list[from]!, ...rest.slice(to)];
};

/** A message carried from one place to another, in its track or into the next. */
export const carried = (
  drafts: readonly Draft[],
  from: { track: number; place: number },
  to: { track: number; place: number },
): Draft[] => {
  const message = drafts[from.track]?.messages[from.place];
  if (message === undefined) return [...drafts];
  const without = drafts.map((draft, index) =>
    index === from.track ? { ...draft, messages: draft.messages.filter((_, place) => place !== from.place) } : draft,
  );
  return without.map((draft, index) =>
    index === to.track
      ? { ...draft, messages: [...draft.messages.slice(0, to.place), message, ...draft.messages.slice(to.place)] }
      : draft,
  );
};
