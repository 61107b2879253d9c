import type { HTTP_PLACEHOLDERS, HttpGateway } from '../../../../../../contract/sms-accounts.ts';

export type Filling = Record<(typeof HTTP_PLACEHOLDERS)[number], string>;

const PLACEHOLDER = /\{([a-z_]+)\}/g;

/** Braces around anything else stay as they are. */
const fill = (template: string, values: Filling, escaped: (value: string) => string): string =>
  template.replace(PLACEHOLDER, (whole, name: string) =>
    Object.hasOwn(values, name) ? escaped(values[name as keyof Filling]) : whole,
  );

const asIs = (value: string): string => value;
const inJson = (value: string): string => JSON.stringify(value).slice(1, -1);
/** A header is one line of printable ASCII. */
const inHeader = (value: string): string => value.replace(/[^\x20-\x7e]/g, '');

const pairs = (fields: HttpGateway['fields'], values: Filling): URLSearchParams =>
  new URLSearchParams(fields.map(({ name, value }): [string, string] => [name, fill(value, values, asIs)]));

export interface FilledRequest {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body: string;
}

/** The request for one message. A value goes into its place and nowhere else: it is escaped for where it stands. */
export const fillRequest = (gateway: HttpGateway, values: Filling): FilledRequest => {
  const { method, url: address, headers: given, body: kind, fields, template } = gateway;
  const url = new URL(fill(address, values, encodeURIComponent));
  const headers = Object.fromEntries(
    given.map(({ name, value }) => [name.toLowerCase(), fill(value, values, inHeader)]),
  );
  if (method === 'GET') {
    for (const [name, value] of pairs(fields, values)) url.searchParams.append(name, value);
    return { url, method, headers, body: '' };
  }
  const type = kind === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
  const body = kind === 'json' ? fill(template, values, inJson) : pairs(fields, values).toString();
  return { url, method, headers: { 'content-type': type, ...headers }, body };
};
