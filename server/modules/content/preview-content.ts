import type { ContentRemark, previewContent as endpoint } from '../../../contract/content.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Language } from '../../../contract/messages/index.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { FieldProblem } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { mergeFieldFragments } from '../crm/index.ts';
import { articlesOf } from './article.store.ts';
import { compileLanguages } from './compile-content.ts';
import { type CompiledEmail, compileEmail, type RenderedEmail, renderEmail } from './compile-email.ts';
import { allDrawn } from './draw-design.ts';
import { gatherValues, type MergeValues, recipientFields } from './gather-values.views.ts';
import { lookAtEmbedded } from './media/embedded-pictures.ts';
import type { Articles } from './model/article.ts';
import { sampleDirectLink } from './model/direct-link.ts';
import { ASSET, ASSETS } from './model/liquid/names.ts';
import { RenderError } from './model/liquid/value.ts';
import { slotValues } from './model/message-fields.ts';
import { unnamedPictures } from './model/unnamed-pictures.ts';
import { compileScript, type ScriptFrom } from './render-script.ts';

type Input = InputOf<typeof endpoint>;
type Preview = OutputOf<typeof endpoint>;

/** Beyond this Gmail cuts a message off. */
const CLIPPED_BYTES = 102 * 1024;

const error = ({ field, code, params }: FieldProblem): ContentRemark => ({
  level: 'error',
  field: field ?? '',
  code,
  params,
});
const warning = (field: string, code: string, params: ContentRemark['params'] = {}): ContentRemark => ({
  level: 'warning',
  field,
  code,
  params,
});

/** A real person's values, or the fields' own names where nobody was chosen. */
export const previewValues = async (
  db: Db,
  { party, language }: Pick<Input, 'party' | 'language'>,
  fields: readonly string[],
): Promise<MergeValues> => {
  if (party === null) {
    const known = await mergeFieldFragments(db);
    return fields.map((name) => {
      const field = known.get(name === ASSETS ? 'asset.name' : name);
      const shown = `[${field?.label[language] ?? name}]`;
      return field?.entity === ASSET ? JSON.stringify([shown]) : shown;
    });
  }
  const line = { no: 1, partyKind: party.kind, partyId: party.id, companyId: null };
  return (await gatherValues(db, [line], fields))[0] ?? [];
};

const emptyRemarks = ({ variants, language }: Input): ContentRemark[] => {
  const variant = variants[language];
  const at = `variants.${language}`;
  const missing = (field: string, code: FieldProblem['code']) => error({ field: `${at}.${field}`, code, params: {} });
  return [
    ...(variant?.subject.trim() ? [] : [missing('subject', 'content_no_subject')]),
    ...(variant?.html.trim() || variant?.text?.trim() ? [] : [missing('html', 'content_no_body')]),
  ];
};

const emailRemarks = (email: CompiledEmail, shown: string, missing: ReadonlySet<string>): ContentRemark[] => {
  const html = `variants.${email.language}.html`;
  const size = Buffer.byteLength(shown);
  const unnamed = unnamedPictures(shown);
  return [
    ...(email.footerAdded ? [warning(html, 'content_footer_added')] : []),
    ...(email.uncounted.length > 0
      ? [warning(html, 'content_link_not_counted', { links: email.uncounted.slice(0, 5).join(', ') })]
      : []),
    ...(unnamed.length > 0
      ? [warning(html, 'content_picture_unnamed', { names: unnamed.slice(0, 5).join(', ') })]
      : []),
    ...(size > CLIPPED_BYTES ? [warning(html, 'content_too_large', { size: Math.ceil(size / 1024) })] : []),
    ...(missing.size > 0 ? [warning(html, 'content_missing_value', { names: [...missing].join(', ') })] : []),
  ];
};

const NOTHING: RenderedEmail & Pick<Preview, 'along' | 'pictures'> = {
  subject: '',
  preheader: '',
  html: null,
  text: '',
  along: 0,
  pictures: [],
};

const rendered = (
  email: CompiledEmail,
  values: MergeValues,
  language: Language,
): { email: RenderedEmail; remarks: ContentRemark[] } => {
  const missing = new Set<string>();
  try {
    const made = renderEmail(email, values, (field) => missing.add(field));
    return { email: made, remarks: emailRemarks(email, made.html ?? '', missing) };
  } catch (failure) {
    if (!(failure instanceof RenderError)) throw failure;
    const field = `variants.${language}.html`;
    return {
      email: NOTHING,
      remarks: [error({ field, code: 'template_render', params: { reason: failure.message } })],
    };
  }
};

/** Plain text, said or read by somebody here: no subject, no way out. */
const previewScript = async (db: Db, input: Input, faults: ContentRemark[], from: ScriptFrom): Promise<Preview> => {
  const variant = input.variants[input.language];
  if (!variant || faults.length > 0) return { ...NOTHING, size: 0, remarks: faults };
  const script = compileScript(
    variant,
    input.language,
    await recipientFields(db),
    await articlesOf(db, input.variants),
  );
  const missing = new Set<string>();
  const text = script.render(await previewValues(db, input, script.fields), from, (field) => missing.add(field));
  const names = [...missing].join(', ');
  const remarks = names === '' ? [] : [warning(`variants.${input.language}.text`, 'content_missing_value', { names })];
  return { ...NOTHING, text, size: 0, remarks };
};

/** What goes along, and what would not. */
const picturesAlong = async (db: Db, { variants, language }: Input, articles: Articles) => {
  const variant = variants[language];
  if (!variant) return { along: 0, pictures: [], remarks: [] };
  const { elsewhere, ...own } = await lookAtEmbedded(db, variant, articles);
  const names = elsewhere.slice(0, 5).join(', ');
  const said = names === '' ? [] : [warning(`variants.${language}.html`, 'content_picture_elsewhere', { names })];
  return { ...own, remarks: said };
};

/** Where links of a preview lead. */
const NOWHERE = {
  unsubscribeUrl: '#unsubscribe',
  viewUrl: '#view',
  answerUrl: '#answer',
  offerUrl: '#offer',
  invoiceUrl: '#invoice',
  directLinkUrl: '#direct-link',
  token: '',
};

/** What is wrong with a text is told beside what can be shown: the person is still writing. */
export const previewContent = async (
  needs: { db: Db; config: { baseUrl: string } },
  actor: Actor,
  written: Input,
): Promise<Preview> => {
  authorise(actor, 'campaign.see');
  const input = { ...written, variants: allDrawn(written.variants) };
  if (input.party) authorise(actor, 'crm.see');
  const led = { addresses: { open: null, click: null }, utm: input.utm };
  const known = await recipientFields(needs.db);
  const articles = await articlesOf(needs.db, input.variants);
  const { compiled, faults, fields } = compileLanguages(compileEmail, { ...input, articles }, known, led);
  const from = { senderName: input.senderName ?? actor.name, campaignName: input.campaignName ?? '' };
  if (input.channel !== 'email') {
    const directLinkUrl = sampleDirectLink(needs.config.baseUrl);
    return previewScript(needs.db, input, faults.map(error), { ...from, directLinkUrl });
  }
  const remarks = [...faults.map(error), ...emptyRemarks(input)];
  const email = compiled.find(({ language }) => language === input.language);
  if (!email) return { ...NOTHING, size: 0, remarks };
  const values = slotValues({ ...NOWHERE, ...from }, await previewValues(needs.db, input, fields));
  const made = rendered(email, values, input.language);
  const pictures = await picturesAlong(needs.db, input, articles);
  const size = Buffer.byteLength(made.email.html ?? '');
  return {
    ...made.email,
    size,
    along: pictures.along,
    pictures: pictures.pictures,
    remarks: [...remarks, ...made.remarks, ...pictures.remarks],
  };
};
