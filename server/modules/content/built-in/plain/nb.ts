import type { PlainTemplates } from './plain-template.ts';

const STOP = 'STOPP: {{ unsubscribe_url }}';
const DEAR = 'Kjære {{ contact.first_name | default: "kunde" }}!';
const HELLO = 'Hei{% if contact.first_name %} {{ contact.first_name }}{% endif %}, dette er {{ sender.name }}.';
const THINGS = '{% for asset in assets %}- {{ asset.name }} {{ asset.identifier }}\n{% endfor %}';

export const nb: PlainTemplates = {
  sms: {
    invitation: {
      description: 'Dag og sted, med en lenke for ja og en for nei.',
      text: [
        'Du er invitert: torsdag 12. mars kl. 17, Eksempelgata 12. Ja: {{ answer_yes_url }} Nei: {{ answer_no_url }}',
        STOP,
      ],
    },
    birthday: {
      description: 'En hilsen med en liten gave.',
      text: [
        'Gratulerer med dagen{% if contact.first_name %}, {{ contact.first_name }}{% endif %}! En liten gave venter på deg når du kommer innom.',
        STOP,
      ],
    },
    service: {
      description: 'Det er på tide: ring oss.',
      text: ['Det er tid for service. Ring oss, så finner vi en time som passer deg.', STOP],
    },
    reminder: {
      description: 'Noen ord før en avtale.',
      text: ['Påminnelse: vi sees torsdag 12. mars kl. 17, Eksempelgata 12. Kom det noe i veien? Ring oss.'],
    },
    offer: {
      description: 'Fører til tilbudet mottakeren har fått.',
      text: ['Tilbudet ditt er klart: {{ offer_url }}', STOP],
    },
    invoice: {
      description: 'Fører til fakturaen mottakeren har fått.',
      text: ['Fakturaen din er klar, med beløp og hvordan du betaler: {{ invoice_url }}'],
    },
  },
  letter: {
    notice: {
      description: 'En kunngjøring med fakta, for eksempel ny adresse.',
      subject: 'Vi flytter',
      text: [
        DEAR,
        'Fra den første i måneden finner du oss på en ny adresse. Telefonnumre og folk er de samme.',
        '- Ny adresse: Eksempelgata 12, 1000 Eksempel\n- Fra: 1. mars\n- Telefon: som før',
        'Har du spørsmål? Ring oss gjerne.',
      ],
    },
    invitation: {
      description: 'Hva, når og hvor, og hvordan man svarer.',
      subject: 'Du er invitert',
      text: [
        DEAR,
        'Vi vil gjerne se deg på åpen dag: noe å se på, noe å prøve, og tid til spørsmålene dine.',
        '- Når: torsdag 12. mars kl. 17\n- Hvor: Eksempelgata 12, 1000 Eksempel',
        'Si fra innen 5. mars om du kommer.',
      ],
    },
    birthday: {
      description: 'En hilsen med en liten gave.',
      subject: 'Gratulerer med dagen!',
      text: [
        DEAR,
        'Vi ønsker deg alle en fin dag og et godt år.',
        'En liten gave venter på deg: ta med dette brevet når du kommer innom. Den er din ut måneden.',
      ],
    },
    service: {
      description: 'Hva som er på tide for det kunden eier, og hvordan man bestiller.',
      subject: 'Det er tid for service',
      text: [
        DEAR,
        'Service i tide bevarer garantien og sparer deg for overraskelser.',
        `{% if assets.size > 0 %}Dette har vi registrert på deg:\n\n${THINGS}{% endif %}`,
        'Ring oss, så finner vi en time som passer deg. Allerede gjort, eller solgt? Si fra, så retter vi det.',
      ],
    },
    welcome: {
      description: 'Takker en ny kunde og sier hvem man kan vende seg til.',
      subject: 'Velkommen',
      text: [
        DEAR,
        'Takk for at du valgte oss. Med dette brevet har du skriftlig hvem du kan vende deg til.',
        '**{{ sender.name }}** tar vare på deg. Ring når noe ikke er som det skal.',
      ],
    },
  },
  call: {
    invitation: {
      description: 'Inviterer, svarer på spørsmål, noterer ja eller nei.',
      text: [
        HELLO,
        'Vi har åpen dag torsdag 12. mars kl. 17, og jeg vil gjerne se deg der.',
        'Hvis det spørres:\n- Hvor: Eksempelgata 12\n- Hvor lenge: omtrent to timer\n- Hvem kan være med: hvem som helst',
        'Skal jeg skrive deg opp? Noter ja eller nei, og hvor mange som kommer.',
      ],
    },
    service: {
      description: 'Forteller hva som er på tide, og avtaler en time.',
      text: [
        HELLO,
        `Jeg ringer fordi det er tid for service{% if assets.size > 0 %} på:\n\n${THINGS}{% else %}.{% endif %}`,
        'Hvilken dag passer: denne uken eller neste, formiddag eller ettermiddag?',
        'Allerede gjort eller solgt: noter det, og takk.',
      ],
    },
    welcome: {
      description: 'Spør en ny kunde hvordan det gikk.',
      text: [
        HELLO,
        'Du kjøpte hos oss for ikke så lenge siden. Er du fornøyd?',
        'Hva kunne vi gjort bedre? Lytt, og skriv det ned med kundens ord.',
        'Takk, og si hvordan du kan nås.',
      ],
    },
    offer: {
      description: 'Følger opp et tilbud.',
      text: [
        HELLO,
        'Vi sendte deg et tilbud. Kom det fram, og har du hatt tid til å lese det?',
        'Er noe uklart, eller mangler noe?',
        'Avtal neste steg: godta på tilbudets side, et endret tilbud, eller en ny samtale. Noter hva og når.',
      ],
    },
  },
  task: {
    service: {
      description: 'Gjør klar en service.',
      text: [
        `Gjør klar servicen{% if assets.size > 0 %} på:\n\n${THINGS}{% else %}.{% endif %}`,
        '- Er delene her?\n- Hvem gjør den, og når?\n- Si fra til kunden om timen.',
      ],
    },
    welcome: {
      description: 'Tar vare på en ny kunde.',
      text: [
        'Ta vare på denne nye kunden.',
        '- Er alt registrert: e-post, telefon, adresse, språk?\n- Er alt levert?\n- Skriv en takk med dine egne ord.',
      ],
    },
    offer: {
      description: 'Følger opp et tilbud.',
      text: [
        'Følg opp tilbudet før det går ut.',
        '- Er det lest? Siden forteller det.\n- Spør hva som ennå mangler.\n- Endre tilbudet, eller noter hvorfor det ble tapt.',
      ],
    },
  },
};
