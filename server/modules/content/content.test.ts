import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import * as api from '../../../contract/content.ts';
import type { ContentVersionId } from '../../../contract/ids.ts';
import { LANGUAGES } from '../../../contract/messages/index.ts';
import { type Caller, furnish, signedIn, testHouse } from '../../../tests/support/house.ts';
import { processorMs } from '../../../tests/support/processor-time.ts';
import { uuidIds } from '../../platform/ids.ts';
import { SYSTEM } from '../access/index.ts';
import { builtInTemplates } from './built-in/built-in-templates.ts';
import { copyContentVersion, findLink, gatherValues, listLinks, sealContentVersion } from './index.ts';

const house = testHouse();
let marketer: Caller;
let sales: Caller;
let viewer: Caller;
const KARI = uuidIds.next();
const NEMO = uuidIds.next();
const FIRM = uuidIds.next();

beforeAll(async () => {
  await furnish(house);
  marketer = await signedIn(house, 'cyprian@nordlys.test');
  sales = await signedIn(house, 'dominique@nordlys.test');
  viewer = await signedIn(house, 'eva@nordlys.test');
  const { pool } = house.app;
  await pool.query(
    `insert into custom_field (id, entity, key, label, type) values ($1, 'contact', 'shoe_size', 'Shoe size', 'number')`,
    [uuidIds.next()],
  );
  await pool.query(`insert into company (id, name, city) values ($1, 'Fjord & Fjell AS', 'Bergen')`, [FIRM]);
  await pool.query(
    `insert into contact (id, company_id, first_name, last_name, custom) values ($1, $3, 'Kari <b>', 'Å', '{"shoe_size": 38}'), ($2, null, '', '', '{}')`,
    [KARI, NEMO, FIRM],
  );
});

const draft = (html: string, over: Partial<api.Variant> = {}) => ({
  defaultLanguage: 'en' as const,
  variants: {
    en: { subject: 'Hi {{ contact.first_name | default: "you" }}', preheader: '', html, text: null, ...over },
  },
});
const created = async (html: string) =>
  (await marketer.call(api.createContentVersion, draft(html))).body as api.ContentVersion;
const seal = (id: string) => house.app.db.transaction().execute((tx) => sealContentVersion(tx, id as ContentVersionId));

describe('Q16, Q18: the content of a message', () => {
  test('is written, read and rewritten in place while it is a draft', async () => {
    const version = await created('<p>one</p>');
    const again = await marketer.call(api.updateContentVersion, { id: version.id, ...draft('<p>two</p>') });
    expect(again.body).toMatchObject({ id: version.id, variants: { en: { html: '<p>two</p>' } } });
    expect((await viewer.call(api.getContentVersion, { id: version.id })).body.variants.en?.html).toBe('<p>two</p>');
    expect((await viewer.call(api.updateContentVersion, { id: version.id, ...draft('x') })).status).toBe(403);
  });

  test('F34: what a run has frozen stays; a change is a version of its own', async () => {
    const version = await created('<p>frozen</p>');
    await seal(version.id);
    const { body } = await marketer.call(api.updateContentVersion, { id: version.id, ...draft('<p>new</p>') });
    expect(body).toMatchObject({ previousId: version.id, sealedAt: null, variants: { en: { html: '<p>new</p>' } } });
    expect(body.id).not.toBe(version.id);
    expect((await marketer.call(api.getContentVersion, { id: version.id })).body).toMatchObject({
      sealedAt: expect.any(String),
      variants: { en: { html: '<p>frozen</p>' } },
    });
  });

  test('who may not edit content changes only what he wrote himself', async () => {
    const { id } = await created('<p>theirs</p>');
    await house.app.pool.query(`update app_user set seat = true where email = 'dominique@nordlys.test'`);
    const { body } = await sales.call(api.updateContentVersion, { id, ...draft('<p>mine</p>') });
    expect(body).toMatchObject({ previousId: id });
    const mine = await sales.call(api.updateContentVersion, { id: body.id, ...draft('<p>mine too</p>') });
    expect(mine.body.id).toBe(body.id);
    expect((await marketer.call(api.getContentVersion, { id })).body.variants.en?.html).toBe('<p>theirs</p>');
  });

  test('A2: a wrong text is refused at its field with line, column and the nearest name; nothing is stored', async () => {
    const { body, status } = await marketer.call(api.createContentVersion, {
      defaultLanguage: 'nb',
      variants: {
        nb: { subject: 'Hei', html: '<p>\n  {{ contact.frst_name }}</p>' },
        en: { subject: '{{ 1', html: '' },
      },
    });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([
      { field: 'variants.en.subject', code: 'template_unclosed', params: { line: 1, column: 1 } },
      {
        field: 'variants.nb.html',
        code: 'template_unknown_field_near',
        params: { line: 2, column: 6, near: 'contact.first_name' },
      },
    ]);
  });

  test('a copy is a draft of its own', async () => {
    const version = await created('<p>x</p>');
    await seal(version.id);
    const id = await copyContentVersion(house.app.db, house.app, SYSTEM, version.id);
    expect((await marketer.call(api.getContentVersion, { id })).body).toMatchObject({
      sealedAt: null,
      variants: version.variants,
    });
  });
});

describe('O07: links', () => {
  test('are numbered once for each address over all languages when a run freezes the content', async () => {
    const { body } = await marketer.call(api.createContentVersion, {
      defaultLanguage: 'en',
      variants: {
        en: {
          html: '<a href="https://a.example/?x=1&amp;y=2">  First <b>one</b></a> <a href="https://b.example"><img alt="Picture"></a> <a href="https://a.example/{{ contact.city }}">no</a> <!-- <a href="https://hidden.example">x</a> -->',
        },
        fr: {
          html: '<a href="https://a.example/?x=1&amp;y=2">Premier</a><a href="javascript:alert(1)">x</a><a href="mailto:a@b.example">m</a>',
          text: 'Voir https://c.example/d.',
        },
      },
    });
    await seal(body.id);
    await seal(body.id);
    expect(await listLinks(house.app.db, body.id)).toEqual([
      { no: 1, url: 'https://a.example/?x=1&y=2', label: 'First one' },
      { no: 2, url: 'https://b.example', label: 'Picture' },
      { no: 3, url: 'https://c.example/d', label: '' },
    ]);
    expect(await findLink(house.app.db, body.id, 2)).toBe('https://b.example');
    expect(await findLink(house.app.db, body.id, 4)).toBeUndefined();
  });

  test('F36: 150,000 links are refused at once', async () => {
    const html = Array.from({ length: 40_000 }, (_, no) => `<a href="https://x.example/${no}">${no}</a>`).join('');
    const began = processorMs();
    const { body } = await marketer.call(api.createContentVersion, draft(html));
    expect(body.errors).toMatchObject([{ field: 'variants', code: 'content_too_many_links' }]);
    expect(processorMs() - began).toBeLessThan(5_000);
  });
});

describe('merge values', () => {
  test('come for many lines in one go, in the order asked for, empty ones as nothing', async () => {
    const lines = [
      { no: 7, partyKind: 'contact', partyId: NEMO, companyId: null },
      { no: 3, partyKind: 'contact', partyId: KARI, companyId: FIRM },
      { no: 9, partyKind: 'company', partyId: FIRM, companyId: FIRM },
      { no: 10, partyKind: 'contact', partyId: uuidIds.next(), companyId: null },
    ];
    const values = await gatherValues(house.app.db, lines, [
      'company.name',
      'contact.custom.shoe_size',
      'contact.first_name',
    ]);
    expect(values).toEqual([
      [null, null, null],
      ['Fjord & Fjell AS', '38', 'Kari <b>'],
      ['Fjord & Fjell AS', null, null],
      [null, null, null],
    ]);
  });

  test('of records that were merged since the line was frozen are those of the record that stayed', async () => {
    const [person, firm, oldPerson, oldFirm] = [KARI, FIRM, uuidIds.next(), uuidIds.next()];
    const { db } = house.app;
    await sql`insert into contact_alias (old_id, contact_id) values (${oldPerson}, ${person})`.execute(db);
    await sql`insert into company_alias (old_id, company_id) values (${oldFirm}, ${firm})`.execute(db);
    const lines = [
      { no: 1, partyKind: 'contact', partyId: oldPerson, companyId: oldFirm },
      { no: 2, partyKind: 'company', partyId: oldFirm, companyId: oldFirm },
      { no: 3, partyKind: 'contact', partyId: oldPerson, companyId: null },
    ];
    expect(await gatherValues(db, lines, ['company.name', 'contact.first_name'])).toEqual([
      ['Fjord & Fjell AS', 'Kari <b>'],
      ['Fjord & Fjell AS', null],
      ['Fjord & Fjell AS', 'Kari <b>'],
    ]);
    await sql`delete from contact_alias where old_id = ${oldPerson}`.execute(db);
    await sql`delete from company_alias where old_id = ${oldFirm}`.execute(db);
  });

  test('O08: every field is offered in four languages, custom ones too', async () => {
    const { body } = await viewer.call(api.listMergeFields, {});
    const names = body.fields.map(({ name }: api.MergeField) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'contact.first_name',
        'contact.custom.shoe_size',
        'company.name',
        'asset.identifier',
        'assets',
        'unsubscribe_url',
        'sender.name',
      ]),
    );
    for (const { label } of body.fields as api.MergeField[]) expect(Object.keys(label)).toEqual([...LANGUAGES]);
  });
});

describe('the preview', () => {
  const preview = async (
    html: string,
    over: Partial<api.Variant> = {},
    party: { kind: 'contact' | 'company'; id: string } | null = { kind: 'contact', id: KARI },
  ) => (await marketer.call(api.previewContent, { ...draft(html, over), language: 'en', party })).body;
  const codes = (body: { remarks: api.ContentRemark[] }) => body.remarks.map(({ level, code }) => `${level} ${code}`);

  test('shows a real person’s message, values escaped', async () => {
    const body = await preview(
      '<p>{{ contact.first_name }} of {{ company.name }}</p><a href="{{ unsubscribe_url }}">off</a>',
    );
    expect(body.subject).toBe('Hi Kari <b>');
    expect(body.html).toContain('<p>Kari &lt;b&gt; of Fjord &amp; Fjell AS</p>');
    expect(body.text).toContain('Kari <b> of Fjord & Fjell AS');
    expect(codes(body)).toEqual([]);
  });

  test('without a person it shows the names of the fields', async () => {
    expect((await preview('<p>{{ contact.first_name }}</p>', {}, null)).html).toContain('[First name]');
  });

  test('O04: says that a way out will be added, and adds it', async () => {
    const body = await preview('<p>x</p>');
    expect(codes(body)).toEqual(['warning content_footer_added']);
    expect(body.html).toContain('>Unsubscribe<');
  });

  test('tells what is wrong instead of failing', async () => {
    expect(codes(await preview('{% if %}', { subject: '' }))).toEqual([
      'error template_incomplete',
      'error content_no_subject',
    ]);
    expect(codes(await preview(`<a href="{{ unsubscribe_url }}">off</a>${'x'.repeat(110_000)}`))).toEqual([
      'warning content_too_large',
    ]);
    expect(codes(await preview('<a href="{{ unsubscribe_url }}">off</a><img src="a.png">'))).toEqual([
      'warning content_picture_unnamed',
    ]);
    expect(codes(await preview('{% for i in (1..9000) %}{% for j in (1..9000) %}x{% endfor %}{% endfor %}'))).toEqual([
      'error template_render',
    ]);
    expect(codes(await preview('<a href="{{ unsubscribe_url }}">off</a>{{ contact.city }}'))).toEqual([
      'warning content_missing_value',
    ]);
    expect(
      codes(
        await preview(
          '<a href="{{ unsubscribe_url }}">off</a><a href="https://a.example/{{ contact.city | default: "x" }}">dyn</a>',
        ),
      ),
    ).toEqual(['warning content_link_not_counted']);
  });
});

describe('O08, O38, O51: templates', () => {
  test('those that come with the house are whole in every language: no fault, a way out, nothing from elsewhere', async () => {
    for (const language of LANGUAGES) {
      const { body } = await viewer.call(api.listBuiltInTemplates, { language });
      expect(body.templates.map(({ key }: { key: string }) => key)).toEqual([...api.BUILT_IN_TEMPLATES]);
      for (const { variant } of builtInTemplates(language, 'email')) {
        expect(variant.html).not.toMatch(/<(img|script|link|iframe)\b|url\(|@import/);
        for (const party of [
          { kind: 'contact' as const, id: KARI },
          { kind: 'contact' as const, id: NEMO },
        ]) {
          const shown = await marketer.call(api.previewContent, {
            defaultLanguage: language,
            variants: { [language]: variant },
            language,
            party,
          });
          expect(shown.body.remarks).toEqual([]);
        }
      }
    }
  });

  test('are saved, found, changed and put away', async () => {
    const variant = { subject: 'Hi', preheader: '', html: '<p>x</p>', text: null };
    const { body } = await marketer.call(api.createTemplate, { name: 'Vårbrev', language: 'nb', variant });
    await marketer.call(api.createTemplate, { name: 'Other', language: 'en', variant });
    const found = await viewer.call(api.listTemplates, { search: 'vår', language: 'nb' });
    expect(found.body).toMatchObject({ total: 1, rows: [{ id: body.id, name: 'Vårbrev' }] });
    await marketer.call(api.updateTemplate, { id: body.id, name: 'Vårbrev 2', language: 'nb', variant });
    expect((await viewer.call(api.getTemplate, { id: body.id })).body).toMatchObject({ name: 'Vårbrev 2', variant });
    const wrong = await marketer.call(api.updateTemplate, {
      id: body.id,
      name: 'x',
      language: 'nb',
      variant: { ...variant, html: '{{ x' },
    });
    expect(wrong.body.errors).toMatchObject([{ field: 'variant.html', code: 'template_unclosed' }]);
    expect((await viewer.call(api.createTemplate, { name: 'x', language: 'nb', variant })).status).toBe(403);
    expect((await marketer.call(api.archiveTemplate, { id: body.id })).status).toBe(200);
    expect((await viewer.call(api.getTemplate, { id: body.id })).status).toBe(404);
  });
});
