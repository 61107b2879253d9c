import type { PlainTemplates } from './plain-template.ts';

const STOP = 'STOPP: {{ unsubscribe_url }}';
const DEAR = 'Kjære {{ contact.first_name | default: "kunde" }}!';
const HELLO = 'Hei{% if contact.first_name %}, {{ contact.first_name }}{% endif %}! Dette er {{ sender.name }}.';
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
      text: ['Påminnelse: Vi ses torsdag 12. mars kl. 17, Eksempelgata 12. Har det kommet noe i veien? Ring oss.'],
    },
    offer: {
      description: 'Fører til tilbudet mottakeren har fått.',
      text: ['Tilbudet ditt er klart: {{ offer_url }}', STOP],
    },
    invoice: {
      description: 'Fører til fakturaen mottakeren har fått.',
      text: ['Fakturaen din er klar. Beløp og betaling finner du her: {{ invoice_url }}'],
    },
  },
  letter: {
    notice: {
      description: 'En kunngjøring med fakta, for eksempel ny adresse.',
      subject: 'Vi flytter',
      text: [
        DEAR,
        'Fra den første i måneden finner du oss på ny adresse. Telefonnumrene og kontaktpersonene er de samme.',
        '- Ny adresse: Eksempelgata 12, 1000 Eksempel\n- Fra: 1. mars\n- Telefon: som før',
        'Har du spørsmål? Ring oss gjerne.',
      ],
    },
    invitation: {
      description: 'Hva, når og hvor, og hvordan man svarer.',
      subject: 'Du er invitert',
      text: [
        DEAR,
        'Velkommen til åpen dag hos oss! Her er det noe å se på, noe å prøve og tid til spørsmålene dine.',
        '- Når: torsdag 12. mars kl. 17\n- Hvor: Eksempelgata 12, 1000 Eksempel',
        'Gi oss gjerne beskjed innen 5. mars om du kommer.',
      ],
    },
    birthday: {
      description: 'En hilsen med en liten gave.',
      subject: 'Gratulerer med dagen!',
      text: [
        DEAR,
        'Alle hos oss ønsker deg en fin dag og et godt nytt år av livet.',
        'En liten gave venter på deg ut måneden: Ta med dette brevet når du kommer innom.',
      ],
    },
    service: {
      description: 'Hva det er tid for på det kunden eier, og hvordan man bestiller time.',
      subject: 'Det er tid for service',
      text: [
        DEAR,
        'Service til rett tid ivaretar garantien og sparer deg for overraskelser.',
        `{% if assets.size > 0 %}Dette har vi registrert på deg:\n\n${THINGS}{% endif %}`,
        'Ring oss, så finner vi en time som passer deg. Er det allerede gjort, eller er noe solgt? Gi oss beskjed, så retter vi det opp.',
      ],
    },
    welcome: {
      description: 'Takker en ny kunde og sier hvem man kan henvende seg til.',
      subject: 'Velkommen',
      text: [
        DEAR,
        'Takk for at du valgte oss. I dette brevet ser du hvem du kan henvende deg til.',
        '**{{ sender.name }}** er kontaktpersonen din. Ring gjerne når noe ikke er som det skal.',
      ],
    },
  },
  call: {
    invitation: {
      description: 'Inviterer, svarer på spørsmål, noterer ja eller nei.',
      text: [
        HELLO,
        'Vi har åpen dag torsdag 12. mars kl. 17, og jeg vil gjerne se deg der.',
        'Hvis kunden spør:\n- Hvor: Eksempelgata 12\n- Hvor lenge: omtrent to timer\n- Hvem kan være med: alle er velkomne',
        'Skal jeg skrive deg opp? Noter ja eller nei, og hvor mange som kommer.',
      ],
    },
    service: {
      description: 'Forteller hva det er tid for, og avtaler time.',
      text: [
        HELLO,
        `Jeg ringer fordi det er tid for service{% if assets.size > 0 %} på:\n\n${THINGS}{% else %}.{% endif %}`,
        'Hvilken dag passer: denne uken eller neste, formiddag eller ettermiddag?',
        'Er det gjort eller solgt? Noter det, og takk for svaret.',
      ],
    },
    welcome: {
      description: 'Spør en ny kunde hvordan det gikk.',
      text: [
        HELLO,
        'Du handlet hos oss for ikke så lenge siden. Er du fornøyd?',
        'Hva kunne vi gjort bedre? Lytt, og skriv det ned med kundens ord.',
        'Takk for praten, og si hvordan du kan nås.',
      ],
    },
    offer: {
      description: 'Følger opp et tilbud.',
      text: [
        HELLO,
        'Vi sendte deg et tilbud. Kom det fram, og har du hatt tid til å lese det?',
        'Er noe uklart, eller mangler noe?',
        'Avtal neste steg: Kunden godtar på tilbudets side, tilbudet endres, eller dere snakkes igjen. Noter hva og når.',
      ],
    },
  },
  task: {
    service: {
      description: 'Forbereder en service.',
      text: [
        `Gjør klar til service{% if assets.size > 0 %} på:\n\n${THINGS}{% else %}.{% endif %}`,
        '- Er delene på plass?\n- Hvem utfører servicen, og når?\n- Gi kunden beskjed om timen.',
      ],
    },
    welcome: {
      description: 'Følger opp en ny kunde.',
      text: [
        'Følg opp denne nye kunden.',
        '- Er alt registrert: e-post, telefon, adresse, språk?\n- Er alt levert?\n- Skriv en takk med dine egne ord.',
      ],
    },
    offer: {
      description: 'Følger opp et tilbud.',
      text: [
        'Følg opp tilbudet før det går ut.',
        '- Er det lest? Det står på tilbudets side.\n- Spør hva som ennå mangler.\n- Endre tilbudet, eller noter hvorfor salget gikk tapt.',
      ],
    },
  },
};
