import { frenchSpacesIn } from '../../../../contract/french-spaces.ts';
import type { Language } from '../../../../contract/messages/index.ts';

interface Words {
  name: string;
  subject: string;
  text: string;
  /** What leads to its page. */
  link?: string;
}

interface MailWords {
  words: Record<Language, Words>;
  /** The merge field that holds the address of its page. */
  field: string | null;
}

const OFFER: Record<Language, Words> = {
  en: {
    name: 'E-mail with the offer',
    subject: 'Our offer to you',
    text: 'we have made you an offer. Read it, and tell us what you think, here:',
    link: 'See the offer',
  },
  nb: {
    name: 'E-post med tilbudet',
    subject: 'Tilbudet vårt til deg',
    text: 'vi har laget et tilbud til deg. Les det, og si oss hva du synes, her:',
    link: 'Se tilbudet',
  },
  pl: {
    name: 'E-mail z ofertą',
    subject: 'Nasza oferta',
    text: 'mamy dla Ciebie ofertę. Możesz ją przeczytać i dać nam znać tutaj:',
    link: 'Zobacz ofertę',
  },
  fr: frenchSpacesIn({
    name: 'E-mail avec l’offre',
    subject: 'Notre offre pour vous',
    text: 'nous vous avons préparé une offre. Lisez-la et dites-nous ce que vous en pensez, ici :',
    link: 'Voir l’offre',
  }),
};

const INVOICE: Record<Language, Words> = {
  en: {
    name: 'E-mail with the invoice',
    subject: 'Your invoice',
    text: 'here is your invoice. What is to be paid, and when, stands on it:',
    link: 'See the invoice',
  },
  nb: {
    name: 'E-post med fakturaen',
    subject: 'Fakturaen din',
    text: 'her er fakturaen din. På den står det hva som skal betales, og når:',
    link: 'Se fakturaen',
  },
  pl: {
    name: 'E-mail z fakturą',
    subject: 'Faktura',
    text: 'przesyłamy fakturę. Kwota i termin płatności są na niej:',
    link: 'Zobacz fakturę',
  },
  fr: frenchSpacesIn({
    name: 'E-mail avec la facture',
    subject: 'Votre facture',
    text: 'voici votre facture. Le montant à payer et l’échéance y figurent :',
    link: 'Voir la facture',
  }),
};

const OPPORTUNITY: Record<Language, Words> = {
  en: {
    name: 'E-mail about it',
    subject: 'An idea for you',
    text: 'we have something in mind for you. I will be in touch; just reply if you would rather talk sooner.',
  },
  nb: {
    name: 'E-post om den',
    subject: 'En idé til deg',
    text: 'vi har tenkt på noe for deg. Jeg tar kontakt; bare svar på denne e-posten om du heller vil snakkes før.',
  },
  pl: {
    name: 'E-mail o niej',
    subject: 'Pomysł dla Ciebie',
    text: 'mamy dla Ciebie propozycję. Odezwę się wkrótce; jeśli wolisz porozmawiać wcześniej, odpowiedz na tę wiadomość.',
  },
  fr: frenchSpacesIn({
    name: 'E-mail à ce sujet',
    subject: 'Une idée pour vous',
    text: 'nous avons pensé à quelque chose pour vous. Je vous contacterai ; répondez simplement si vous souhaitez en parler plus tôt.',
  }),
};

/** The mail that follows what is issued, to begin with: a word, and the way to its page; a deal has none. */
export const MAIL_WORDS: Record<'offer' | 'invoice' | 'opportunity', MailWords> = {
  offer: { words: OFFER, field: 'offer_url' },
  invoice: { words: INVOICE, field: 'invoice_url' },
  opportunity: { words: OPPORTUNITY, field: null },
};
