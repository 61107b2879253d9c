/** Header fields and body of a message in the forms that a signature is made over (RFC 6376, 3.4): headers relaxed, body simple. */

/** Names of the fields that are signed, in this order. From stands twice: nobody can add another one. What a message lacks must stay away too. */
export const SIGNED_FIELDS = [
  'From',
  'From',
  'Reply-To',
  'To',
  'Subject',
  'Date',
  'Message-ID',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'Feedback-ID',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
] as const;

const relaxed = (name: string, value: string): string =>
  `${name.toLowerCase()}:${value
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()}`;

const FIELD = /^([!-9;-~]+)[ \t]*:(.*(?:\r\n[ \t].*)*)\r\n/gm;

/** The signed fields of a head (it ends before the empty line), relaxed, each with its line end. */
export const relaxedFields = (head: string): string => {
  const found = new Map<string, string[]>();
  for (const [, name = '', value = ''] of head.matchAll(FIELD)) {
    const key = name.toLowerCase();
    found.set(key, [...(found.get(key) ?? []), relaxed(name, value)]);
  }
  // The last of several of one name is taken first.
  return SIGNED_FIELDS.map((name) => found.get(name.toLowerCase())?.pop())
    .filter((field) => field !== undefined)
    .map((field) => `${field}\r\n`)
    .join('');
};

/** The signature's own field as it is signed: relaxed, without a line end. */
export const relaxedSignature = (value: string): string => relaxed('DKIM-Signature', value);

/** Empty lines at the end count as one line end; a body of nothing is one too. */
export const simpleBody = (body: string): string => {
  let end = body.length;
  while (end >= 2 && body.endsWith('\r\n', end)) end -= 2;
  return `${body.slice(0, end)}\r\n`;
};
