import { frenchSpacesIn } from '../../../../contract/french-spaces.ts';
import type { Language } from '../../../../contract/messages/index.ts';

interface Common {
  hello: string;
  regards: string;
  view: string;
  unsubscribe: string;
}

interface Piece {
  name: string;
  description: string;
  subject: string;
  preheader: string;
  reason: string;
}

export interface TemplateWords {
  common: Common;
  newsletter: Piece & { title: string; lead: string; stories: [string, string][]; more: string };
  notice: Piece & { title: string; lead: string; facts: [string, string][]; question: string };
  invitation: Piece & { title: string; lead: string; facts: [string, string][]; answer: string; note: string };
}

const NAME = 'contact.first_name';

const AS_WRITTEN: Record<Language, TemplateWords> = {
  en: {
    common: {
      hello: `Hello {{ ${NAME} | default: "there" }},`,
      regards: 'Kind regards,<br>{{ sender.name }}',
      view: 'View in the browser',
      unsubscribe: 'Unsubscribe',
    },
    newsletter: {
      name: 'Newsletter',
      description: 'A greeting, two short stories and a button.',
      subject: 'News from us',
      preheader: 'Two things worth two minutes.',
      reason: 'You receive this because you asked for our newsletter.',
      title: 'What is new with us',
      lead: 'Write one or two sentences that say why this letter is worth reading.',
      stories: [
        ['The first story', 'Say what happened and what it means for the reader. Three sentences are enough.'],
        ['The second story', 'One story, one thought. End with what the reader can do next.'],
      ],
      more: 'Read more',
    },
    notice: {
      name: 'Notice',
      description: 'An announcement with its facts, such as a change of address.',
      subject: 'We are moving',
      preheader: 'Our new address and from when it holds.',
      reason: 'You receive this because you are our customer.',
      title: 'We are moving',
      lead: 'From the first of the month you will find us at a new address. Phone numbers and people stay the same.',
      facts: [
        ['New address', '12 Example Street, 1000 Example'],
        ['From', '1 March'],
        ['Phone', 'unchanged'],
      ],
      question: 'Do you have questions? Just reply to this message.',
    },
    invitation: {
      name: 'Invitation',
      description: 'An event with time and place, and a button to answer.',
      subject: 'You are invited{% if contact.first_name %}, {{ contact.first_name }}{% endif %}',
      preheader: 'Time, place and how to tell us that you are coming.',
      reason: 'You receive this because you asked to hear about our events.',
      title: 'You are invited',
      lead: 'We would be glad to see you. Come and look, ask and talk with us over a cup of coffee.',
      facts: [
        ['When', 'Thursday 12 March, 17:00–19:00'],
        ['Where', '12 Example Street, 1000 Example'],
        ['Price', 'free of charge'],
      ],
      answer: 'Yes, I am coming',
      note: 'Please answer by 5 March, so that there is a chair for everyone.',
    },
  },
  nb: {
    common: {
      hello: `Hei {{ ${NAME} | default: "du" }},`,
      regards: 'Vennlig hilsen<br>{{ sender.name }}',
      view: 'Vis i nettleseren',
      unsubscribe: 'Meld deg av',
    },
    newsletter: {
      name: 'Nyhetsbrev',
      description: 'En hilsen, to korte saker og en knapp.',
      subject: 'Nytt fra oss',
      preheader: 'To ting som er verdt to minutter.',
      reason: 'Du får dette fordi du har bedt om nyhetsbrevet vårt.',
      title: 'Dette er nytt hos oss',
      lead: 'Skriv en eller to setninger om hvorfor dette brevet er verdt å lese.',
      stories: [
        ['Den første saken', 'Fortell hva som har skjedd, og hva det betyr for leseren. Tre setninger holder.'],
        ['Den andre saken', 'Én sak, én tanke. Avslutt med hva leseren kan gjøre videre.'],
      ],
      more: 'Les mer',
    },
    notice: {
      name: 'Melding',
      description: 'En kunngjøring med fakta, for eksempel ny adresse.',
      subject: 'Vi flytter',
      preheader: 'Den nye adressen vår og når den gjelder fra.',
      reason: 'Du får dette fordi du er kunde hos oss.',
      title: 'Vi flytter',
      lead: 'Fra den første i måneden finner du oss på ny adresse. Telefonnumre og folk er de samme.',
      facts: [
        ['Ny adresse', 'Eksempelgata 12, 1000 Eksempel'],
        ['Fra', '1. mars'],
        ['Telefon', 'uendret'],
      ],
      question: 'Har du spørsmål? Bare svar på denne meldingen.',
    },
    invitation: {
      name: 'Invitasjon',
      description: 'Et arrangement med tid og sted, og en knapp for å svare.',
      subject: 'Du er invitert{% if contact.first_name %}, {{ contact.first_name }}{% endif %}',
      preheader: 'Tid, sted og hvordan du melder deg på.',
      reason: 'Du får dette fordi du har bedt om å høre om arrangementene våre.',
      title: 'Du er invitert',
      lead: 'Vi vil gjerne se deg. Kom innom, se, spør og ta en kopp kaffe med oss.',
      facts: [
        ['Når', 'torsdag 12. mars kl. 17–19'],
        ['Hvor', 'Eksempelgata 12, 1000 Eksempel'],
        ['Pris', 'gratis'],
      ],
      answer: 'Ja, jeg kommer',
      note: 'Gi oss beskjed innen 5. mars, så det er stol til alle.',
    },
  },
  pl: {
    common: {
      hello: `{% if ${NAME} %}Dzień dobry, {{ ${NAME} }}!{% else %}Dzień dobry!{% endif %}`,
      regards: 'Z pozdrowieniami<br>{{ sender.name }}',
      view: 'Zobacz w przeglądarce',
      unsubscribe: 'Zrezygnuj z subskrypcji',
    },
    newsletter: {
      name: 'Newsletter',
      description: 'Powitanie, dwie krótkie wiadomości i przycisk.',
      subject: 'Co u nas nowego',
      preheader: 'Dwie rzeczy warte dwóch minut.',
      reason: 'Otrzymujesz tę wiadomość, bo zapisano Cię na nasz newsletter.',
      title: 'Co u nas nowego',
      lead: 'Napisz w jednym lub dwóch zdaniach, dlaczego warto przeczytać ten list.',
      stories: [
        ['Pierwsza wiadomość', 'Opowiedz, co się wydarzyło i co to znaczy dla czytelnika. Trzy zdania wystarczą.'],
        ['Druga wiadomość', 'Jedna wiadomość, jedna myśl. Zakończ tym, co czytelnik może zrobić dalej.'],
      ],
      more: 'Czytaj więcej',
    },
    notice: {
      name: 'Zawiadomienie',
      description: 'Ogłoszenie z najważniejszymi informacjami, np. zmiana adresu.',
      subject: 'Zmieniamy adres',
      preheader: 'Nasz nowy adres i od kiedy obowiązuje.',
      reason: 'Otrzymujesz tę wiadomość jako nasz klient.',
      title: 'Zmieniamy adres',
      lead: 'Od pierwszego dnia miesiąca znajdziesz nas pod nowym adresem. Numery telefonów i ludzie pozostają ci sami.',
      facts: [
        ['Nowy adres', 'ul. Przykładowa 12, 00-100 Przykład'],
        ['Od', '1 marca'],
        ['Telefon', 'bez zmian'],
      ],
      question: 'Masz pytania? Po prostu odpowiedz na tę wiadomość.',
    },
    invitation: {
      name: 'Zaproszenie',
      description: 'Wydarzenie z czasem i miejscem oraz przycisk odpowiedzi.',
      subject: '{% if contact.first_name %}{{ contact.first_name }}, zapraszamy!{% else %}Zapraszamy!{% endif %}',
      preheader: 'Kiedy, gdzie i jak potwierdzić przybycie.',
      reason: 'Otrzymujesz tę wiadomość, bo chcesz wiedzieć o naszych wydarzeniach.',
      title: 'Zapraszamy',
      lead: 'Będzie nam miło Cię gościć. Przyjdź, zobacz, zapytaj i porozmawiaj z nami przy kawie.',
      facts: [
        ['Kiedy', 'czwartek, 12 marca, godz. 17:00–19:00'],
        ['Gdzie', 'ul. Przykładowa 12, 00-100 Przykład'],
        ['Cena', 'wstęp wolny'],
      ],
      answer: 'Tak, przyjdę',
      note: 'Prosimy o odpowiedź do 5 marca, aby dla nikogo nie zabrakło krzesła.',
    },
  },
  fr: {
    common: {
      hello: `Bonjour{% if ${NAME} %} {{ ${NAME} }}{% endif %},`,
      regards: 'Bien cordialement,<br>{{ sender.name }}',
      view: 'Voir dans le navigateur',
      unsubscribe: 'Se désinscrire',
    },
    newsletter: {
      name: 'Lettre d’information',
      description: 'Un mot d’accueil, deux brèves et un bouton.',
      subject: 'Nos nouvelles',
      preheader: 'Deux choses qui valent deux minutes.',
      reason: 'Vous recevez ce message parce que vous avez demandé notre lettre d’information.',
      title: 'Quoi de neuf chez nous',
      lead: 'Dites en une ou deux phrases pourquoi cette lettre mérite d’être lue.',
      stories: [
        [
          'La première nouvelle',
          'Racontez ce qui s’est passé et ce que cela change pour le lecteur. Trois phrases suffisent.',
        ],
        ['La deuxième nouvelle', 'Une nouvelle, une idée. Terminez par ce que le lecteur peut faire ensuite.'],
      ],
      more: 'En savoir plus',
    },
    notice: {
      name: 'Avis',
      description: 'Une annonce avec ses faits, par exemple un changement d’adresse.',
      subject: 'Nous déménageons',
      preheader: 'Notre nouvelle adresse et sa date d’effet.',
      reason: 'Vous recevez ce message parce que vous êtes notre client.',
      title: 'Nous déménageons',
      lead: 'À partir du premier du mois, vous nous trouverez à une nouvelle adresse. Téléphones et interlocuteurs ne changent pas.',
      facts: [
        ['Nouvelle adresse', '12 rue de l’Exemple, 10000 Exemple'],
        ['À partir du', '1<sup>er</sup> mars'],
        ['Téléphone', 'inchangé'],
      ],
      question: 'Une question ? Répondez simplement à ce message.',
    },
    invitation: {
      name: 'Invitation',
      description: 'Un événement avec date et lieu, et un bouton pour répondre.',
      subject:
        '{% if contact.first_name %}{{ contact.first_name }}, vous êtes invité(e){% else %}Vous êtes invité(e){% endif %}',
      preheader: 'La date, le lieu et comment nous répondre.',
      reason: 'Vous recevez ce message parce que vous souhaitez connaître nos événements.',
      title: 'Vous êtes invité(e)',
      lead: 'Nous serions heureux de vous voir. Venez regarder, poser vos questions et échanger autour d’un café.',
      facts: [
        ['Quand', 'jeudi 12 mars, de 17 h à 19 h'],
        ['Où', '12 rue de l’Exemple, 10000 Exemple'],
        ['Prix', 'entrée libre'],
      ],
      answer: 'Oui, je viens',
      note: 'Merci de répondre avant le 5 mars, pour qu’il y ait une chaise pour chacun.',
    },
  },
};

export const WORDS: Record<Language, TemplateWords> = { ...AS_WRITTEN, fr: frenchSpacesIn(AS_WRITTEN.fr) };
