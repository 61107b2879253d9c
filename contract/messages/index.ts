import { frenchSpaces } from '../french-spaces.ts';
import { accessMessages } from './access.ts';
import { audiencesMessages } from './audiences.ts';
import { campaignsMessages } from './campaigns.ts';
import { catalogueMessages } from './catalogue.ts';
import { channelsMessages } from './channels.ts';
import { consentMessages } from './consent.ts';
import { contentMessages } from './content.ts';
import { crmMessages } from './crm.ts';
import { customersMessages } from './customers.ts';
import { deliveryMessages } from './delivery.ts';
import { deskMessages } from './desk.ts';
import { generalMessages } from './general.ts';
import { importMessages } from './import.ts';
import type { Language, Messages } from './languages.ts';
import { lettersMessages } from './letters.ts';
import { salesMessages } from './sales.ts';
import { tracksMessages } from './tracks.ts';

export { LANGUAGES, type Language } from './languages.ts';

const TEXTS = {
  ...generalMessages,
  ...accessMessages,
  ...crmMessages,
  ...catalogueMessages,
  ...customersMessages,
  ...importMessages,
  ...consentMessages,
  ...contentMessages,
  ...audiencesMessages,
  ...channelsMessages,
  ...campaignsMessages,
  ...deliveryMessages,
  ...tracksMessages,
  ...deskMessages,
  ...salesMessages,
  ...lettersMessages,
} as const satisfies Messages;

export type ErrorCode = keyof typeof TEXTS;

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(TEXTS, code);

const written = (value: string | number, language: Language): string =>
  typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;

/** The text of an error for a person, with its `{parameters}` filled in; numbers as the language writes them. */
export const errorText = (code: ErrorCode, params: Record<string, string | number>, language: Language): string =>
  (language === 'fr' ? frenchSpaces(TEXTS[code].fr) : TEXTS[code][language]).replace(
    /\{(\w+)\}/g,
    (whole, name: string) => written(params[name] ?? whole, language),
  );
