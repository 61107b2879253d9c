import type { Language } from '../../contract/messages/languages.ts';

interface Letter {
  subject: string;
  preheader: string;
  hello: string;
  lead: string;
  stories: [title: string, text: string, link: string, action: string][];
  regards: string;
  reason: string;
  view: string;
  leave: string;
}

const SITE = 'https://www.nordlysbil.example';

const LETTERS: Record<Language, Letter> = {
  nb: {
    subject: 'Vårnytt fra Nordlys Bil, {{ contact.first_name | default: "kjære kunde" }}',
    preheader: 'Hjulskift, en elbil med lang rekkevidde og en kveld hos oss.',
    hello: 'Hei {{ contact.first_name | default: "der" }},',
    lead: 'Lyset er tilbake, og veiene blir bare. Her er tre ting fra oss denne måneden.',
    stories: [
      [
        'Bestill hjulskift før påske',
        '{% if contact.custom.car_make != blank %}Vi har satt av tid til din {{ contact.custom.car_make }}.{% else %}Vi har satt av tid til deg.{% endif %} Skiftet tar en halvtime, og kaffen er varm.',
        '/nb/hjulskift',
        'Velg tid',
      ],
      [
        'Nye Enyaq er kommet',
        'Over 560 km på én lading og tilhengerfeste som standard. Prøv den hjem for helgen.',
        '/nb/enyaq',
        'Avtal prøvekjøring',
      ],
      [
        'Kundekveld 16. april',
        'Lær å lese batteriets helse, og ta med spørsmålene dine. Vi griller.',
        '/nb/kundekveld',
        'Meld deg på',
      ],
    ],
    regards: 'Vennlig hilsen<br>{{ sender.name }}<br>Nordlys Bil',
    reason: 'Du får dette fordi du har sagt ja til nyhetsbrevet vårt.',
    view: 'Vis i nettleseren',
    leave: 'Meld deg av',
  },
  pl: {
    subject: 'Wiosna w Nordlys Bil{% if contact.first_name != blank %}, {{ contact.first_name }}{% endif %}',
    preheader: 'Zmiana opon, elektryk o dużym zasięgu i wieczór u nas.',
    hello: 'Dzień dobry{% if contact.first_name != blank %}, {{ contact.first_name }}{% endif %}!',
    lead: 'Dni są coraz dłuższe, a drogi coraz suchsze. Oto trzy wiadomości od nas na ten miesiąc.',
    stories: [
      [
        'Zmień opony przed świętami',
        '{% if contact.custom.car_make != blank %}Mamy wolne terminy dla samochodu {{ contact.custom.car_make }}.{% else %}Mamy dla Państwa wolne terminy.{% endif %} Wymiana trwa pół godziny, a kawa czeka.',
        '/pl/opony',
        'Wybierz termin',
      ],
      [
        'Nowy Enyaq już jest',
        'Ponad 560 km na jednym ładowaniu i hak w standardzie. Prosimy wypróbować go przez weekend.',
        '/pl/enyaq',
        'Umów jazdę próbną',
      ],
      [
        'Wieczór dla klientów 16 kwietnia',
        'Pokażemy, jak ocenić stan baterii, i odpowiemy na pytania. Będzie grill.',
        '/pl/wieczor',
        'Zapisz się',
      ],
    ],
    regards: 'Z poważaniem<br>{{ sender.name }}<br>Nordlys Bil',
    reason: 'Tę wiadomość wysyłamy, ponieważ wyrazili Państwo zgodę na nasz newsletter.',
    view: 'Pokaż w przeglądarce',
    leave: 'Wypisz się',
  },
  fr: {
    subject: 'Le printemps chez Nordlys Bil{% if contact.first_name != blank %}, {{ contact.first_name }}{% endif %}',
    preheader: 'Vos pneus, une électrique qui va loin et une soirée chez nous.',
    hello: 'Bonjour{% if contact.first_name != blank %} {{ contact.first_name }}{% endif %},',
    lead: 'Les jours rallongent et les routes sèchent. Voici nos trois nouvelles du mois.',
    stories: [
      [
        'Changez vos pneus avant Pâques',
        '{% if contact.custom.car_make != blank %}Nous avons gardé un créneau pour votre {{ contact.custom.car_make }}.{% else %}Nous avons gardé un créneau pour vous.{% endif %} Une demi-heure suffit, et le café est chaud.',
        '/fr/pneus',
        'Choisir un créneau',
      ],
      [
        'La nouvelle Enyaq est là',
        'Plus de 560 km d’autonomie et l’attelage de série. Essayez-la tout un week-end.',
        '/fr/enyaq',
        'Réserver un essai',
      ],
      [
        'Soirée clients le 16 avril',
        'Apprenez à lire la santé de votre batterie et posez vos questions. Il y aura un barbecue.',
        '/fr/soiree',
        'S’inscrire',
      ],
    ],
    regards: 'Bien à vous,<br>{{ sender.name }}<br>Nordlys Bil',
    reason: 'Vous recevez ce message parce que vous avez accepté notre lettre d’information.',
    view: 'Voir dans le navigateur',
    leave: 'Se désinscrire',
  },
  en: {
    subject: 'Spring at Nordlys Bil{% if contact.first_name != blank %}, {{ contact.first_name }}{% endif %}',
    preheader: 'Tyres, an electric car that goes far, and an evening with us.',
    hello: 'Hello {{ contact.first_name | default: "there" }},',
    lead: 'The days are longer and the roads are dry again. Three things from us this month.',
    stories: [
      [
        'Change your tyres before Easter',
        '{% if contact.custom.car_make != blank %}We have kept a slot for your {{ contact.custom.car_make }}.{% else %}We have kept a slot for you.{% endif %} It takes half an hour, and the coffee is hot.',
        '/en/tyres',
        'Choose a time',
      ],
      [
        'The new Enyaq is here',
        'More than 350 miles on one charge, and a tow bar as standard. Try it for a weekend.',
        '/en/enyaq',
        'Book a test drive',
      ],
      [
        'Customers’ evening on 16 April',
        'Learn to read the health of your battery and bring your questions. There is a barbecue.',
        '/en/evening',
        'Sign up',
      ],
    ],
    regards: 'Kind regards,<br>{{ sender.name }}<br>Nordlys Bil',
    reason: 'You receive this because you said yes to our newsletter.',
    view: 'View in the browser',
    leave: 'Unsubscribe',
  },
};

const FONT = 'font-family:-apple-system,Segoe UI,Helvetica,Arial,sans-serif';
const text = (words: string) =>
  `<p style="margin:0 0 16px;${FONT};font-size:16px;line-height:26px;color:#1f2933">${words}</p>`;
const quiet = (words: string, href: string) => `<a href="{{ ${href} }}" style="color:#5b6770">${words}</a>`;

const story = ([title, words, link, action]: Letter['stories'][number]): string => `
  <h2 style="margin:28px 0 8px;${FONT};font-size:19px;line-height:27px;color:#0b3d4f">${title}</h2>
  ${text(words)}
  <p style="margin:0 0 16px"><a href="${SITE}${link}" style="display:inline-block;padding:11px 22px;${FONT};font-size:15px;font-weight:600;color:#ffffff;background-color:#0b6b7f;border-radius:6px;text-decoration:none">${action}</a></p>`;

const page = (language: Language, letter: Letter): string => `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Nordlys Bil</title></head>
<body style="margin:0;padding:0;background-color:#eef3f4">
<table role="presentation" width="100%" border="0" cellpadding="0" cellspacing="0" bgcolor="#eef3f4"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" border="0" cellpadding="0" cellspacing="0" style="max-width:600px">
<tr><td bgcolor="#0b3d4f" style="padding:20px 32px;border-radius:10px 10px 0 0;${FONT};font-size:20px;font-weight:700;color:#ffffff">Nordlys Bil</td></tr>
<tr><td bgcolor="#ffffff" style="padding:32px 32px 20px;border-radius:0 0 10px 10px">
  ${text(letter.hello)}
  ${text(letter.lead)}${letter.stories.map(story).join('')}
  ${text(letter.regards)}
</td></tr>
<tr><td align="center" style="padding:20px 16px;${FONT};font-size:13px;line-height:20px;color:#5b6770">${letter.reason}<br>${quiet(letter.view, 'view_url')} · ${quiet(letter.leave, 'unsubscribe_url')}</td></tr>
</table></td></tr></table>
</body>
</html>
`;

const variant = (language: Language) => {
  const letter = LETTERS[language];
  return { subject: letter.subject, preheader: letter.preheader, html: page(language, letter), text: null };
};

/** The same letter in each of the customers' languages. */
export const NEWSLETTER = { en: variant('en'), nb: variant('nb'), pl: variant('pl'), fr: variant('fr') };
