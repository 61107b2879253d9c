import type { PlainTemplates } from './plain-template.ts';

// SMS are written without diacritics: with them a message holds less than half as much.
const STOP = 'STOP: {{ unsubscribe_url }}';
const DEAR = 'Dzień dobry{% if contact.first_name %}, {{ contact.first_name }}{% endif %},';
const HELLO = 'Dzień dobry{% if contact.first_name %}, {{ contact.first_name }}{% endif %}, mówi {{ sender.name }}.';
const THINGS = '{% for asset in assets %}- {{ asset.name }} {{ asset.identifier }}\n{% endfor %}';

export const pl: PlainTemplates = {
  sms: {
    invitation: {
      description: 'Dzień i miejsce, z linkiem na tak i na nie.',
      text: [
        'Zapraszamy: czwartek 12 marca, 17:00, ul. Fiolkowa 12. Tak: {{ answer_yes_url }} Nie: {{ answer_no_url }}',
        STOP,
      ],
    },
    birthday: {
      description: 'Życzenia z drobnym prezentem.',
      text: [
        'Wszystkiego najlepszego{% if contact.first_name %}, {{ contact.first_name }}{% endif %}! Drobny prezent czeka u nas podczas wizyty.',
        STOP,
      ],
    },
    service: {
      description: 'Nadszedł termin: prosimy o telefon.',
      text: ['Czas na przeglad. Prosimy o telefon, znajdziemy dogodny termin.', STOP],
    },
    reminder: {
      description: 'Kilka słów przed spotkaniem.',
      text: ['Przypominamy: czwartek 12 marca, 17:00, ul. Fiolkowa 12. Zmiana planow? Prosimy o telefon.'],
    },
    offer: {
      description: 'Prowadzi do oferty dla odbiorcy.',
      text: ['Nasza oferta jest gotowa: {{ offer_url }}', STOP],
    },
    invoice: {
      description: 'Prowadzi do faktury odbiorcy.',
      text: ['Faktura jest gotowa, kwota i sposob zaplaty: {{ invoice_url }}'],
    },
  },
  letter: {
    notice: {
      description: 'Ogłoszenie z faktami, na przykład zmiana adresu.',
      subject: 'Przeprowadzamy się',
      text: [
        DEAR,
        'od pierwszego dnia miesiąca będziemy pod nowym adresem. Numery telefonów i ludzie pozostają ci sami.',
        '- Nowy adres: ul. Przykładowa 12, 00-100 Przykład\n- Od: 1 marca\n- Telefon: bez zmian',
        'W razie pytań prosimy o telefon.',
      ],
    },
    invitation: {
      description: 'Co, kiedy i gdzie, oraz jak odpowiedzieć.',
      subject: 'Zaproszenie',
      text: [
        DEAR,
        'zapraszamy na dzień otwarty: będzie co zobaczyć, co wypróbować i czas na pytania.',
        '- Kiedy: czwartek 12 marca, 17:00\n- Gdzie: ul. Przykładowa 12, 00-100 Przykład',
        'Prosimy o odpowiedź do 5 marca.',
      ],
    },
    birthday: {
      description: 'Życzenia z drobnym prezentem.',
      subject: 'Wszystkiego najlepszego!',
      text: [
        DEAR,
        'życzymy dobrego dnia i dobrego roku.',
        'Czeka drobny prezent: wystarczy zabrać ten list podczas wizyty. Prezent czeka do końca miesiąca.',
      ],
    },
    service: {
      description: 'Co wymaga przeglądu i jak umówić termin.',
      subject: 'Czas na przegląd',
      text: [
        DEAR,
        'przegląd w terminie zachowuje gwarancję i chroni przed niespodziankami.',
        `{% if assets.size > 0 %}Oto co mamy w ewidencji:\n\n${THINGS}{% endif %}`,
        'Prosimy o telefon, znajdziemy dogodny termin. Już zrobione albo sprzedane? Prosimy o wiadomość, poprawimy dane.',
      ],
    },
    welcome: {
      description: 'Dziękuje nowemu klientowi i mówi, do kogo się zwracać.',
      subject: 'Witamy',
      text: [
        DEAR,
        'dziękujemy za wybór naszej firmy. W tym liście jest zapisane, do kogo się zwracać.',
        'Opiekunem jest **{{ sender.name }}**. Prosimy o telefon, gdy coś jest nie tak.',
      ],
    },
  },
  call: {
    invitation: {
      description: 'Zaprasza, odpowiada na pytania, zapisuje tak lub nie.',
      text: [
        HELLO,
        'W czwartek 12 marca o 17:00 mamy dzień otwarty i chcę na niego zaprosić.',
        'W razie pytań:\n- Gdzie: ul. Przykładowa 12\n- Jak długo: około dwóch godzin\n- Kto może przyjść: każdy',
        'Czy mogę zapisać? Zanotuj tak lub nie oraz liczbę osób.',
      ],
    },
    service: {
      description: 'Mówi, co wymaga przeglądu, i umawia termin.',
      text: [
        HELLO,
        `Dzwonię, bo nadszedł czas na przegląd{% if assets.size > 0 %}:\n\n${THINGS}{% else %}.{% endif %}`,
        'Który dzień pasuje: ten tydzień czy następny, rano czy po południu?',
        'Już zrobione albo sprzedane: zanotuj i podziękuj.',
      ],
    },
    welcome: {
      description: 'Pyta nowego klienta, jak poszło.',
      text: [
        HELLO,
        'Niedawno był u nas zakup. Czy wszystko jest w porządku?',
        'Co mogliśmy zrobić lepiej? Słuchaj i zapisz słowami klienta.',
        'Podziękuj i powiedz, jak się z Tobą skontaktować.',
      ],
    },
    offer: {
      description: 'Wraca do oferty.',
      text: [
        HELLO,
        'Wysłaliśmy ofertę. Czy dotarła i czy był czas ją przeczytać?',
        'Czy coś jest niejasne albo czegoś brakuje?',
        'Ustal następny krok: przyjęcie na stronie oferty, zmieniona oferta albo kolejna rozmowa. Zanotuj co i kiedy.',
      ],
    },
  },
  task: {
    service: {
      description: 'Przygotowuje przegląd.',
      text: [
        `Przygotuj przegląd{% if assets.size > 0 %}:\n\n${THINGS}{% else %}.{% endif %}`,
        '- Czy części są na miejscu?\n- Kto go zrobi i kiedy?\n- Powiadom klienta o godzinie.',
      ],
    },
    welcome: {
      description: 'Zajmuje się nowym klientem.',
      text: [
        'Zajmij się tym nowym klientem.',
        '- Czy dane są pełne: e-mail, telefon, adres, język?\n- Czy wszystko dostarczono?\n- Napisz kilka słów podziękowania od siebie.',
      ],
    },
    offer: {
      description: 'Wraca do oferty.',
      text: [
        'Wróć do oferty, zanim wygaśnie.',
        '- Czy ją przeczytano? Powie to jej strona.\n- Zapytaj, czego jeszcze brakuje.\n- Zmień ofertę albo zanotuj, dlaczego przepadła.',
      ],
    },
  },
};
