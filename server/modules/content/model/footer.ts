import { frenchSpacesIn } from '../../../../contract/french-spaces.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import type { Token } from './liquid/tokenize.ts';
import { textToken } from './token-text.ts';

const WORDS: Record<Language, { lead: string; link: string }> = {
  en: { lead: 'Don’t want these messages?', link: 'Unsubscribe' },
  nb: { lead: 'Vil du ikke ha disse meldingene?', link: 'Meld deg av' },
  pl: { lead: 'Nie chcesz otrzymywać tych wiadomości?', link: 'Zrezygnuj' },
  fr: frenchSpacesIn({ lead: 'Vous ne souhaitez plus recevoir ces messages ?', link: 'Se désinscrire' }),
};

const URL_FIELD: Token = { kind: 'field', name: 'unsubscribe_url', at: 0 };

/** The visible way out, for a message whose author gave none. */
export const htmlFooter = (language: Language): Token[] => [
  textToken(
    `\n<div style="padding:24px 16px;text-align:center;font-family:Arial,Helvetica,sans-serif;font-size:12px;line-height:18px;color:#595959">${WORDS[language].lead} <a href="`,
  ),
  URL_FIELD,
  textToken(`" style="color:#595959;text-decoration:underline">${WORDS[language].link}</a></div>\n`),
];

export const textFooter = (language: Language): Token[] => [
  textToken(`\n\n-- \n${WORDS[language].lead} ${WORDS[language].link}: `),
  URL_FIELD,
  textToken('\n'),
];
