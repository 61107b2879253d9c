/** A tag of a template, which stays as it is; or a space that would let a line begin with a sign, or end with an opening quotation mark. */
const PLACES = /(\{[{%].*?[%}]\})| (?=[:;!?»])|(?<=«) /gs;

/** French sets a space before high signs and inside quotation marks, at which no line may break. */
export const frenchSpaces = (text: string): string =>
  text.replace(PLACES, (_, tag: string | undefined) => tag ?? '\u00a0');

/** The same in every text of a list or an object. */
export const frenchSpacesIn = <T>(words: T): T => {
  const changed = (one: unknown): unknown => {
    if (typeof one === 'string') return frenchSpaces(one);
    if (Array.isArray(one)) return one.map(changed);
    if (one === null || typeof one !== 'object') return one;
    return Object.fromEntries(Object.entries(one).map(([key, value]) => [key, changed(value)]));
  };
  return changed(words) as T;
};
