import type { BuiltInTemplate, ContentChannel, Variant } from '../../../../contract/content.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import { button, facts, heading, page, paragraph, rule, subheading } from './layout.ts';
import { occasionTemplates } from './occasion-templates.ts';
import { plainTemplates } from './plain/plain-templates.ts';
import { type TemplateWords, WORDS } from './words.ts';

interface BuiltIn {
  key: BuiltInTemplate;
  name: string;
  description: string;
  variant: Variant;
}

const WEBSITE = 'https://www.example.com/';

type Parts = (words: TemplateWords) => string[];

const newsletter: Parts = ({ common, newsletter: { title, lead, stories, more } }) => [
  heading(title),
  paragraph(common.hello),
  paragraph(lead),
  ...stories.flatMap(([name, text]) => [subheading(name), paragraph(text)]),
  button(more, WEBSITE),
  rule,
  paragraph(common.regards),
];

const notice: Parts = ({ common, notice: { title, lead, facts: rows, question } }) => [
  heading(title),
  paragraph(common.hello),
  paragraph(lead),
  facts(rows),
  paragraph(question),
  paragraph(common.regards),
];

const invitation: Parts = ({ common, invitation: { title, lead, facts: rows, answer, note } }) => [
  heading(title),
  paragraph(common.hello),
  paragraph(lead),
  facts(rows),
  button(answer, WEBSITE),
  paragraph(note),
  paragraph(common.regards),
];

const KINDS = { newsletter, notice, invitation };

/** The plain frame of the house's templates around a body. */
export const articlePage = (language: Language, body: string): string => {
  const { common, newsletter } = WORDS[language];
  const { view, unsubscribe } = common;
  return page({ language, body: `              ${body}`, reason: newsletter.reason, view, unsubscribe });
};

/** Those written as HTML, and those of blocks, that come with the house: no picture, nothing from elsewhere, a way out at the foot. */
const emailTemplates = (language: Language): BuiltIn[] => {
  const words = WORDS[language];
  const written = (Object.keys(KINDS) as (keyof typeof KINDS)[]).map((key) => {
    const { name, description, subject, preheader, reason } = words[key];
    const { view, unsubscribe } = words.common;
    const body = KINDS[key](words)
      .map((part) => `              ${part.trim()}`)
      .join('\n');
    const html = page({ language, body, reason, view, unsubscribe });
    return { key, name, description, variant: { subject, preheader, html, text: null } };
  });
  return [...written, ...occasionTemplates(language)];
};

/** O38: those that come with the house for a channel; the same occasion has the same name in all of them. */
export const builtInTemplates = (language: Language, channel: ContentChannel): BuiltIn[] => {
  const mails = emailTemplates(language);
  if (channel === 'email') return mails;
  const named = new Map(mails.map(({ key, name }) => [key, name]));
  return plainTemplates(language, channel).map((template) => ({ ...template, name: named.get(template.key) ?? '' }));
};
