import { GROUP_LEVELS } from '../../../../contract/catalogue.ts';

/** Between the names of a path, from the top: `Tyres / Winter tyres`. */
export const GROUP_SEPARATOR = ' / ';

/** `Tyres > Winter tyres` as a path of ours; null when it goes deeper than groups may. A bare `/` belongs to a name. */
export const groupPath = (written: string): string | null => {
  const names = written
    .split(/\s+\/\s+|\s*>\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length > GROUP_LEVELS ? null : names.join(GROUP_SEPARATOR);
};
