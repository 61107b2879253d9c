import { countSms, MOST_PARTS } from '../../../../contract/sms-text.ts';
import {
  type CompiledContent,
  type CompiledText,
  type MessageAddress,
  needsOf,
  RenderError,
  renderPlain,
  slotValues,
} from '../../content/index.ts';
import type { Dispatch, Parcel, RenderedMessage, RenderFailure, ShownMessage } from '../channel.ts';

/** Units of UTF-16 in the fullest part of the widest text, which may have to leave one free. */
const SHORTEST_PART = 66;

export interface TextTerms {
  dispatch: Dispatch;
  content: CompiledContent<CompiledText>;
  sender: string;
  /** A line's short name, for addresses in few characters. */
  shortTokenOf(runId: Dispatch['runId'], no: number): string;
}

/** A run's text, compiled once; only values are put in for each recipient. */
export class SmsMessage {
  readonly fields: readonly string[];
  readonly #terms: TextTerms;
  readonly #needs: ReturnType<typeof needsOf>;

  constructor(terms: TextTerms) {
    this.#terms = terms;
    this.#needs = needsOf(terms.content.named);
    this.fields = terms.content.fields;
  }

  render(parcel: Parcel): RenderedMessage | RenderFailure {
    const { no } = parcel;
    try {
      const wire = renderPlain(this.#terms.content.in(parcel.language, parcel.tracked), this.#values(parcel));
      if (wire === '') return { no, field: '', message: 'the text is empty' };
      // Whatever its characters, a shorter one has no more parts, and is counted when it is handed over.
      const parts = wire.length < MOST_PARTS * SHORTEST_PART ? 1 : countSms(wire).parts.length;
      if (parts > MOST_PARTS) return { no, field: '', message: `the text has ${parts} parts` };
      return { no, wire };
    } catch (error) {
      if (error instanceof RenderError) return { no, field: error.field, message: error.message };
      throw error;
    }
  }

  show(parcel: Parcel): ShownMessage | RenderFailure {
    const rendered = this.render(parcel);
    if (!('wire' in rendered)) return rendered;
    const { parts, encoding } = countSms(rendered.wire);
    const headers = [
      { name: 'Parts', value: String(parts.length) },
      { name: 'Encoding', value: encoding },
    ];
    return { subject: '', from: this.#terms.sender, html: null, text: rendered.wire, headers, files: [] };
  }

  #values(parcel: Parcel): (string | null)[] {
    const { dispatch, sender, shortTokenOf } = this.#terms;
    const { addresses, token: hasToken } = this.#needs;
    const token = hasToken ? shortTokenOf(dispatch.runId, parcel.no) : '';
    const filled = (name: MessageAddress) =>
      addresses.has(name) ? dispatch.addresses[name].replaceAll('{token}', token) : '';
    const message = {
      unsubscribeUrl: filled('unsubscribe'),
      viewUrl: filled('view'),
      answerUrl: filled('answer'),
      offerUrl: filled('offer'),
      invoiceUrl: filled('invoice'),
      directLinkUrl: filled('direct'),
      senderName: parcel.sender?.name || sender,
      campaignName: dispatch.campaignName,
      token,
    };
    return slotValues(message, parcel.values);
  }
}
