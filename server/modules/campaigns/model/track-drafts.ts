import type { TrackDraft } from '../../../../contract/tracks.ts';
import type { FieldProblem } from '../../../platform/errors.ts';

interface Known {
  tracks: readonly string[];
  actions: readonly string[];
  interests: readonly string[];
}

/** What is wrong with tracks as somebody arranged them, each at its field. */
export const draftProblems = (drafts: readonly TrackDraft[], known: Known): FieldProblem[] => {
  const seen = new Set<string>();
  /** Named and not of this campaign, or named twice. */
  const astray = (id: string | undefined, among: readonly string[]): boolean => {
    if (id === undefined) return false;
    const twice = seen.has(id);
    seen.add(id);
    return twice || !among.includes(id);
  };
  return drafts.flatMap(({ id, name, interest, messages }, index): FieldProblem[] => {
    const at = (field: string, code: FieldProblem['code'], params = {}): FieldProblem => ({
      field: `tracks.${index}.${field}`,
      code,
      params,
    });
    return [
      ...(astray(id, known.tracks) ? [at('id', 'message_elsewhere')] : []),
      ...(name === '' ? [at('name', 'required')] : []),
      ...(interest !== null && !known.interests.includes(interest)
        ? [at('interest', 'interest_unknown', { interest })]
        : []),
      ...messages.flatMap(({ actionId }, place) =>
        astray(actionId, known.actions) ? [at(`messages.${place}`, 'message_elsewhere')] : [],
      ),
    ];
  });
};
