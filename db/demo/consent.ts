import type { Language } from '../../contract/messages/languages.ts';
import type { DemoContact } from './contact.ts';
import type { Random } from './random.ts';

export const TOPICS = [
  { key: 'newsletter', name: 'Newsletter', description: 'New models, offers and stories, once a month', share: 0.72 },
  { key: 'service', name: 'Service reminders', description: 'When a service, tyres or a check is due', share: 0.58 },
  { key: 'events', name: 'Events', description: 'Test days and evenings at our houses', share: 0.31 },
] as const;
export type TopicKey = (typeof TOPICS)[number]['key'];

export interface DemoConsent {
  contact: DemoContact;
  topic: TopicKey;
  /** `left`: given once, and left by the link of a message since. */
  state: 'given' | 'withdrawn' | 'left';
  wording: string;
  source: 'in_person' | 'website' | 'paper' | 'phone';
  evidence: string;
  daysAgo: number;
}

const WORDINGS: Record<Language, Record<TopicKey, string>> = {
  nb: {
    newsletter: 'Ja takk, send meg nyhetsbrevet fra Nordlys Bil på e-post. Jeg kan melde meg av når som helst.',
    service: 'Ja takk, minn meg på service, dekkskift og EU-kontroll på e-post.',
    events: 'Ja takk, inviter meg til prøvekjøringer og kundekvelder på e-post.',
  },
  pl: {
    newsletter: 'Tak, proszę o newsletter Nordlys Bil na mój adres e-mail. Zgodę mogę w każdej chwili wycofać.',
    service: 'Tak, proszę przypominać mi e-mailem o przeglądach, oponach i badaniach technicznych.',
    events: 'Tak, proszę zapraszać mnie e-mailem na jazdy próbne i wieczory dla klientów.',
  },
  fr: {
    newsletter:
      'Oui, j’accepte de recevoir la lettre d’information de Nordlys Bil par e-mail. Je peux me désinscrire à tout moment.',
    service: 'Oui, rappelez-moi par e-mail les révisions, les pneus et le contrôle technique.',
    events: 'Oui, invitez-moi par e-mail aux essais et aux soirées clients.',
  },
  en: {
    newsletter: 'Yes please, send me the Nordlys Bil newsletter by e-mail. I can unsubscribe at any time.',
    service: 'Yes please, remind me of services, tyres and inspections by e-mail.',
    events: 'Yes please, invite me to test drives and customer evenings by e-mail.',
  },
};

/** Asked beside the newsletter; three in four said yes. */
export const TRACKING_WORDINGS: Record<Language, string> = {
  nb: 'Nordlys Bil kan se om jeg åpner meldingene og hvilke lenker jeg følger.',
  pl: 'Nordlys Bil może sprawdzać, czy otwieram wiadomości i które linki wybieram.',
  fr: 'Nordlys Bil peut voir si j’ouvre ses messages et quels liens je suis.',
  en: 'Nordlys Bil may see whether I open its messages and which links I follow.',
};
export const TRACKING_SHARE = 0.75;

const SOURCES: [DemoConsent['source'], string][] = [
  ['website', 'Form on nordlysbil.example, confirmed by e-mail'],
  ['in_person', 'Asked at the delivery of the car, ticked on the tablet'],
  ['paper', 'Signed card, kept in the folder of the year'],
  ['phone', 'Said on the phone when booking the workshop'],
];

const stateFor = (random: Random): DemoConsent['state'] =>
  random.chance(0.03) ? 'left' : random.chance(0.03) ? 'withdrawn' : 'given';

/** About seven in ten said yes to the newsletter. */
export const makeConsents = (random: Random, contacts: DemoContact[]): DemoConsent[] =>
  contacts.flatMap((contact) =>
    TOPICS.filter(({ share }) => random.chance(share)).map(({ key }) => {
      const [source, evidence] = random.pickEarly(SOURCES);
      const wording = WORDINGS[contact.country.language][key];
      return {
        contact,
        topic: key,
        state: stateFor(random),
        wording,
        source,
        evidence,
        daysAgo: random.between(5, 900),
      };
    }),
  );
