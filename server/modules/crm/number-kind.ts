import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { NUMBER_KINDS } from '../../../contract/desk.ts';

/** What rings at a number (E.164), as far as its country's plan tells: in some, a mobile has a number like any other. */
export const numberKind = (key: string): (typeof NUMBER_KINDS)[number] => {
  switch (parsePhoneNumberFromString(key)?.getType()) {
    case 'MOBILE':
      return 'mobile';
    case 'FIXED_LINE':
      return 'landline';
    case 'FIXED_LINE_OR_MOBILE':
      return 'either';
    default:
      return 'unknown';
  }
};
