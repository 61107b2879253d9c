import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import { LayoutDesign } from '../../../../contract/layouts.ts';
import type { previewLetter as endpoint } from '../../../../contract/letters.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import type { FieldProblem } from '../../../platform/errors.ts';
import { type Actor, authorise } from '../../access/index.ts';
import {
  articlesOf,
  ContentFaults,
  previewValues,
  RenderError,
  recipientFields,
  sampleDirectLink,
} from '../../content/index.ts';
import { findOwnData } from '../../crm/index.ts';
import { imagesOf, loadLayout, type Press, returnCode } from '../../layouts/index.ts';
import { LetterWriter } from './letter-writer.ts';
import { loadHouse } from './load-house.ts';
import { addressLines } from './model/postal-address.ts';
import { headsOf, reportHeads } from './seal-batch.ts';

type Input = InputOf<typeof endpoint>;
type Preview = OutputOf<typeof endpoint>;

interface Needs {
  db: Db;
  clock: Clock;
  press: Press;
  config: { baseUrl: string };
}

const NOTHING: Preview = { svg: null, pages: 0, remarks: [], lacking: [] };

/** What is wrong with a text is told beside what can be shown: the person is still writing. */
export const previewLetter = async (needs: Needs, actor: Actor, input: Input): Promise<Preview> => {
  authorise(actor, 'campaign.see');
  if (input.party) authorise(actor, 'crm.see');
  const design =
    input.design ?? (input.layoutId ? (await loadLayout(needs.db, input.layoutId)).design : LayoutDesign.parse({}));
  try {
    return await shown(needs, actor, input, design);
  } catch (error) {
    if (error instanceof ContentFaults) return { ...NOTHING, remarks: error.problems.map(asRemark) };
    if (!(error instanceof RenderError)) throw error;
    const field = `variants.${input.language}.text`;
    return { ...NOTHING, remarks: [asRemark({ field, code: 'template_render', params: { reason: error.message } })] };
  }
};

const asRemark = ({ field, code, params }: FieldProblem): Preview['remarks'][number] => ({
  level: 'error',
  field: field ?? '',
  code,
  params,
});

const shown = async (needs: Needs, actor: Actor, input: Input, design: LayoutDesign): Promise<Preview> => {
  const { db, clock, press, config } = needs;
  const { timeZone, country, language: home } = await loadHouse(db);
  const fields = await recipientFields(db);
  const content = {
    variants: { [input.language]: input.variants[input.language] ?? EMPTY },
    defaultLanguage: input.language,
    articles: await articlesOf(db, input.variants),
  };
  const { enclosures, campaignName } = input;
  const terms = { design, content, fields, enclosures, campaignName: campaignName ?? '', on: clock.now(), timeZone };
  const writer = new LetterWriter(terms);
  const person = input.party && (await findOwnData(db, input.party));
  const missing = new Set<string>();
  const document = writer.write(
    {
      language: input.language,
      address: person && !input.report ? addressLines(person, country, home) : [],
      values: await previewValues(db, input, writer.fields),
      senderName: input.senderName ?? actor.name,
      code: input.report ? null : returnCode(0),
      assets: person?.assets ?? [],
      directLink: sampleDirectLink(config.baseUrl),
    },
    (field) => missing.add(field),
  );
  const heads = input.report ? reportHeads(design) : headsOf(design);
  const job = { title: '', author: '', heads, images: imagesOf(design), documents: [document] };
  const field = `variants.${input.language}.text`;
  const names = [...missing].join(', ');
  const remark = { level: 'warning', field, code: 'content_missing_value', params: { names } } as const;
  return {
    ...(await press.show(job)),
    remarks: names === '' ? [] : [remark],
    lacking: await lackingOf(db, input, design),
  };
};

const EMPTY = { subject: '', preheader: '', html: '', text: '' };

const lackingOf = async (db: Db, { party, language }: Input, { needs }: LayoutDesign): Promise<string[]> => {
  if (party === null) return [];
  const values = await previewValues(db, { party, language }, needs);
  return needs.filter((_, at) => !values[at]?.trim());
};
