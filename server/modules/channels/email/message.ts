import type { MessageFile } from '../../../../contract/attachments.ts';
import type { Language } from '../../../../contract/messages/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import {
  type CompiledContent,
  type CompiledEmail,
  type EmbeddedPicture,
  escapeHtml,
  type MessageAddress,
  needsOf,
  RenderError,
  renderEmail,
  renderSubject,
  slotValues,
} from '../../content/index.ts';
import type { Dispatch, Parcel, RenderedMessage, RenderFailure, ShownMessage, TrackingAddresses } from '../channel.ts';
import { asciiDomain } from './ascii-domain.ts';
import type { SignMessage } from './dkim/signer.ts';
import { attachedPart, type FileOfMessage } from './mime/attached.ts';
import { BodyPart } from './mime/body-part.ts';
import { dateOf } from './mime/date.ts';
import { embeddedParts, showingEmbedded } from './mime/embedded.ts';
import { fillable } from './mime/fillable.ts';
import { cleanName, header, mailbox } from './mime/header.ts';
import { BodyTooLarge } from './mime/quoted-printable.ts';
import { remembered } from './mime/remembered.ts';
import { distinctNames } from './model/distinct-names.ts';
import { readMailAddress, writeMailAddress } from './model/mail-address.ts';

/** Whom messages of an account are from. */
export interface From {
  name: string;
  address: string;
  replyTo: string | null;
}

export interface MessageTerms {
  dispatch: Dispatch;
  content: CompiledContent;
  from: From;
  clock: Clock;
  /** Null: messages go unsigned. */
  sign: SignMessage | null;
  /** By language. */
  files?: ReadonlyMap<Language, readonly FileOfMessage[]> | undefined;
  /** Of the languages whose pictures go along. */
  pictures?: ReadonlyMap<Language, readonly EmbeddedPicture[]> | undefined;
}

const asIs = (value: string): string => value;

/** Asked for by whoever writes the envelope and again by the header. */
export const mailAddressOf = remembered((address: string) => readMailAddress(address, asciiDomain));

interface EncodedEmail {
  email: CompiledEmail;
  html: BodyPart | null;
  text: BodyPart;
  /** Its pictures and what closes the parts around them, encoded once for all. */
  pictures: Buffer | undefined;
  /** Its files, likewise, and what they are called. */
  files: readonly Buffer[] | undefined;
  fileNames: readonly string[];
}

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40) || 'list';

/** UTF-8 as one byte per character, for the rare address that is not ASCII. */
const bytes = (text: string): string => (/^[ -~]*$/.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1'));

const NO_ADDRESS = () => '';

/** Those that a text of it names, to be filled in; the others are not made. */
const addressesOf = (addresses: TrackingAddresses, { addresses: needed }: ReturnType<typeof needsOf>) => {
  const of = (name: MessageAddress) => (needed.has(name) ? fillable(addresses[name]) : NO_ADDRESS);
  return {
    unsubscribe: of('unsubscribe'),
    oneClick: fillable(addresses.oneClick),
    view: of('view'),
    answer: of('answer'),
    offer: of('offer'),
    invoice: of('invoice'),
    direct: of('direct'),
  };
};

/** `taken`: by files of the same message. */
const renamed = (files: readonly FileOfMessage[], taken: readonly string[] = []): FileOfMessage[] => {
  const names = distinctNames([...taken, ...files.map(({ name }) => name)]).slice(taken.length);
  return files.map((file, at) => ({ ...file, name: names[at] ?? file.name }));
};

const NOTHING: readonly Buffer[] = [];
const ENCODING = 'Content-Transfer-Encoding: quoted-printable\r\n';

/** A run's message, compiled once: fixed texts stand encoded, only values are put in for each recipient. */
export class EmailMessage {
  readonly fields: readonly string[];
  readonly #terms: MessageTerms;
  readonly #emails = new Map<CompiledEmail, EncodedEmail>();
  readonly #domain: string;
  readonly #boundary: string;
  /** Of a message with pictures, and with files. */
  readonly #related: string;
  readonly #mixed: string;
  /** The headers that are the same for everyone. */
  readonly #common: string;
  readonly #addresses: ReturnType<typeof addressesOf>;
  readonly #subject = remembered((subject: string) => header('Subject', subject));
  readonly #from: (name: string) => string;
  readonly #clean = remembered(cleanName);
  readonly #replyTo = remembered((address: string | null) =>
    address === null ? '' : `Reply-To: ${address.replace(/[^!-~]/g, '')}\r\n`,
  );

  constructor(terms: MessageTerms) {
    this.#terms = terms;
    this.fields = terms.content.fields;
    // Quoted-printable never has "=_" and base64 no "_", so no part can hold them.
    this.#boundary = `=_fanfare_${terms.dispatch.runId}`;
    this.#related = `=_fanfare_related_${terms.dispatch.runId}`;
    this.#mixed = `=_fanfare_mixed_${terms.dispatch.runId}`;
    this.#domain = asciiDomain(terms.from.address.slice(terms.from.address.lastIndexOf('@') + 1));
    for (const email of terms.content.languages) this.#emails.set(email, this.#encodedOnce(email));
    this.#common = this.#commonHeaders();
    this.#addresses = addressesOf(terms.dispatch.addresses, needsOf(terms.content.named));
    this.#from = remembered((name: string) => `From: ${mailbox(name, terms.from.address)}\r\n`);
  }

  /** `enclosed`: of this recipient alone. */
  render(parcel: Parcel, enclosed: readonly FileOfMessage[] = []): RenderedMessage | RenderFailure {
    return this.#guarded(parcel, (encoded, values) => {
      const subject = renderSubject(encoded.email, values);
      const files = enclosed.length === 0 ? encoded.files : this.#filesWith(enclosed, encoded);
      const body = this.#body(encoded, values);
      const wire = `${this.#headers(parcel, subject)}${files === undefined ? body : this.#opened(body)}`;
      const tail = encoded.pictures === undefined ? files : [encoded.pictures, ...(files ?? NOTHING)];
      const { sign, clock } = this.#terms;
      const signed = sign === null ? wire : sign(wire, tail ?? NOTHING, clock.now()) + wire;
      return { no: parcel.no, wire: signed, tail };
    });
  }

  show(parcel: Parcel, filesIn: (language: Language) => readonly MessageFile[]): ShownMessage | RenderFailure {
    return this.#guarded(parcel, ({ email }, values): ShownMessage => {
      const { subject, html, text } = renderEmail(email, values);
      const from = `${cleanName(this.#senderName(parcel))} <${this.#terms.from.address}>`.trim();
      const headers = [...this.#headers(parcel, '').matchAll(/^([A-Za-z-]+):(.*(?:\r\n[ \t].*)*)\r\n/gm)]
        .map(([, name = '', value = '']) => ({ name, value: value.replace(/\r\n[ \t]/g, ' ').trim() }))
        .filter(({ name }) => !['Subject', 'From', 'To', 'Date', 'Content-Type'].includes(name));
      return { subject, from, html, text, headers, files: filesIn(email.language) };
    });
  }

  #guarded<T>(
    parcel: Parcel,
    make: (encoded: EncodedEmail, values: readonly (string | null)[]) => T,
  ): T | RenderFailure {
    const encoded = this.#emails.get(this.#terms.content.in(parcel.language, parcel.tracked));
    if (!encoded) throw new Error(`no text for ${parcel.language}`);
    try {
      return make(encoded, this.#values(parcel));
    } catch (error) {
      if (error instanceof RenderError || error instanceof BodyTooLarge) {
        return { no: parcel.no, field: error instanceof RenderError ? error.field : '', message: error.message };
      }
      throw error;
    }
  }

  #senderName({ sender }: Parcel): string {
    return sender?.name || this.#terms.from.name;
  }

  #values(parcel: Parcel): (string | null)[] {
    const { token } = parcel;
    const { unsubscribe, view, answer, offer, invoice, direct } = this.#addresses;
    const message = {
      unsubscribeUrl: unsubscribe(token),
      viewUrl: view(token),
      answerUrl: answer(token),
      offerUrl: offer(token),
      invoiceUrl: invoice(token),
      directLinkUrl: direct(token),
      senderName: this.#clean(this.#senderName(parcel)),
      campaignName: this.#terms.dispatch.campaignName,
      token,
    };
    return slotValues(message, parcel.values);
  }

  /** The bulk headers (RFC 2919, 8058); the way out by one click belongs to marketing alone. */
  #commonHeaders(): string {
    const { dispatch } = this.#terms;
    const { topicName, campaignCode, campaignName, purposeClass, runId } = dispatch;
    const id = `${slug(topicName ?? campaignCode)}.${this.#domain}`;
    const list = mailbox(topicName ?? campaignName, id);
    return [
      purposeClass === 'marketing' ? `List-Id: ${list === id ? `<${id}>` : list}\r\n` : '',
      `Feedback-ID: ${runId}:${slug(campaignCode)}:${purposeClass}:${slug(this.#domain)}\r\n`,
      'Precedence: bulk\r\n',
      'MIME-Version: 1.0\r\n',
    ].join('');
  }

  #headers(parcel: Parcel, subject: string): string {
    const { from, dispatch, clock } = this.#terms;
    const address = mailAddressOf(parcel.address);
    const to = address ? bytes(writeMailAddress(address)) : 'undisclosed-recipients:;';
    const wayOut =
      dispatch.purposeClass === 'marketing'
        ? `List-Unsubscribe:\r\n <${this.#addresses.oneClick(parcel.token)}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n`
        : '';
    return (
      `${this.#from(this.#senderName(parcel))}${this.#replyTo(parcel.sender?.replyTo ?? from.replyTo)}To: ${to}\r\n` +
      `${this.#subject(subject)}Date: ${dateOf(clock.now())}\r\nMessage-ID: ${parcel.messageId.replace(/[^!-~]/g, '')}\r\n` +
      `${wayOut}${this.#common}`
    );
  }

  #encodedOnce(email: CompiledEmail): EncodedEmail {
    const { files, pictures } = this.#terms;
    const shown = (email.html && pictures?.get(email.language)) ?? [];
    const along = renamed(files?.get(email.language) ?? []);
    const showing = (html: string) => showingEmbedded(html, shown, this.#domain);
    return {
      email,
      html: email.html && new BodyPart(email.html, escapeHtml, showing),
      text: new BodyPart(email.text, asIs, asIs),
      pictures: this.#picturesOf(shown),
      files: this.#filesOf(along),
      fileNames: along.map(({ name }) => name),
    };
  }

  #body({ html, text, pictures }: EncodedEmail, values: readonly (string | null)[]): string {
    // Concatenated, never joined: the pieces are laid out once, as the message is written.
    const plain = `Content-Type: text/plain; charset=utf-8\r\n${ENCODING}\r\n${text.render(values)}\r\n`;
    if (!html) return plain;
    const edge = `--${this.#boundary}`;
    // What closes them goes behind the pictures.
    const related = `Content-Type: multipart/related;\r\n boundary="${this.#related}"; type="text/html"\r\n\r\n--${this.#related}\r\n`;
    const [opening, closing] = pictures === undefined ? ['', `${edge}--\r\n`] : [related, ''];
    return (
      `Content-Type: multipart/alternative;\r\n boundary="${this.#boundary}"\r\n\r\n${edge}\r\n${plain}${edge}\r\n${opening}` +
      `Content-Type: text/html; charset=utf-8\r\n${ENCODING}\r\n${html.render(values)}\r\n${closing}`
    );
  }

  /** What goes before the files. */
  #opened(body: string): string {
    return `Content-Type: multipart/mixed;\r\n boundary="${this.#mixed}"\r\n\r\n--${this.#mixed}\r\n${body}`;
  }

  #picturesOf(pictures: readonly EmbeddedPicture[]): Buffer | undefined {
    if (pictures.length === 0) return undefined;
    const edge = `--${this.#related}`;
    const end = Buffer.from(`${edge}--\r\n--${this.#boundary}--\r\n`);
    return Buffer.concat([...embeddedParts(edge, pictures, this.#domain), end]);
  }

  #filesWith(own: readonly FileOfMessage[], { files, fileNames }: EncodedEmail): readonly Buffer[] {
    const edge = `--${this.#mixed}`;
    const parts = renamed(own, fileNames).map((file) => attachedPart(edge, file));
    return [...parts, ...(files ?? [Buffer.from(`${edge}--\r\n`)])];
  }

  #filesOf(files: readonly FileOfMessage[]): readonly Buffer[] | undefined {
    if (files.length === 0) return undefined;
    const edge = `--${this.#mixed}`;
    return [Buffer.concat([...files.map((file) => attachedPart(edge, file)), Buffer.from(`${edge}--\r\n`)])];
  }
}
