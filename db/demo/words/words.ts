export interface Town {
  name: string;
  postalCodes: string[];
}

/** What a country's people, firms and places are called. */
export interface Words {
  women: string[];
  men: string[];
  /** How a family name is said of a woman, where that differs. */
  ofWoman?: (lastName: string) => string;
  lastNames: string[];
  towns: Town[];
  streets: string[];
  /** `{street}` and `{number}` in the order of the country. */
  addressForm: string;
  /** Made-up mail providers under a top level that can belong to nobody. */
  mailDomains: string[];
  /** `{name}` is a family name, `{town}` a town, `{trade}` a trade. */
  firmForms: string[];
  trades: string[];
  titles: string[];
}

/** The commonest first, parted by spaces or by ` · `. */
export const list = (text: string): string[] => text.trim().split(text.includes('·') ? /\s*·\s*/ : /\s+/);

/** `Oslo 0155 0178 · Bergen 5003` */
export const towns = (text: string, postalCode: RegExp): Town[] =>
  list(text).map((entry) => {
    const postalCodes = entry.match(postalCode) ?? [];
    return { name: entry.replace(postalCode, '').trim(), postalCodes };
  });
