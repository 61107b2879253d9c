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
        'Zapraszamy: czwartek, 12 marca, godz. 17:00, ul. Przykladowa 12. Tak: {{ answer_yes_url }} Nie: {{ answer_no_url }}',
        STOP,
      ],
    },
    birthday: {
      description: 'Życzenia z drobnym prezentem.',
      text: [
        'Wszystkiego najlepszego{% if contact.first_name %}, {{ contact.first_name }}{% endif %}! Zapraszamy do nas, czeka drobny prezent.',
        STOP,
      ],
    },
    service: {
      description: 'Nadszedł termin: prosimy o telefon.',
      text: ['Czas na przeglad. Prosimy o telefon, znajdziemy dogodny termin.', STOP],
    },
    reminder: {
      description: 'Kilka słów przed spotkaniem.',
      text: [
        'Przypominamy o spotkaniu: czwartek, 12 marca, godz. 17:00, ul. Przykladowa 12. Zmiana planow? Prosimy o telefon.',
      ],
    },
    offer: {
      description: 'Prowadzi do oferty dla odbiorcy.',
      text: ['Przygotowalismy oferte: {{ offer_url }}', STOP],
    },
    invoice: {
      description: 'Prowadzi do faktury odbiorcy.',
      text: ['Faktura jest gotowa. Kwota i sposob platnosci: {{ invoice_url }}'],
    },
  },
  letter: {
    notice: {
      description: 'Zawiadomienie ze szczegółami, na przykład o zmianie adresu.',
      subject: 'Przeprowadzamy się',
      text: [
        DEAR,
        'od pierwszego dnia miesiąca znajdą nas Państwo pod nowym adresem. Numery telefonów i osoby kontaktowe pozostają bez zmian.',
        '- Nowy adres: ul. Przykładowa 12, 00-100 Przykład\n- Od: 1 marca\n- Telefon: bez zmian',
        'W razie pytań prosimy o telefon.',
      ],
    },
    invitation: {
      description: 'Co, kiedy i gdzie, oraz jak odpowiedzieć.',
      subject: 'Zaproszenie',
      text: [
        DEAR,
        'zapraszamy na dzień otwarty: będzie co zobaczyć i wypróbować, znajdzie się też czas na pytania.',
        '- Kiedy: czwartek, 12 marca, godz. 17:00\n- Gdzie: ul. Przykładowa 12, 00-100 Przykład',
        'Prosimy o odpowiedź do 5 marca.',
      ],
    },
    birthday: {
      description: 'Życzenia z drobnym prezentem.',
      subject: 'Wszystkiego najlepszego!',
      text: [
        DEAR,
        'z okazji urodzin życzymy wspaniałego dnia i udanego roku.',
        'Do końca miesiąca czeka u nas drobny prezent: wystarczy przyjść z tym listem.',
      ],
    },
    service: {
      description: 'Co wymaga przeglądu i jak umówić termin.',
      subject: 'Czas na przegląd',
      text: [
        DEAR,
        'przegląd w terminie pozwala zachować gwarancję i uniknąć niespodzianek.',
        `{% if assets.size > 0 %}Oto, co mamy w ewidencji:\n\n${THINGS}{% endif %}`,
        'Prosimy o telefon, znajdziemy dogodny termin. Przegląd jest już wykonany albo coś zostało sprzedane? Prosimy o wiadomość, a poprawimy dane.',
      ],
    },
    welcome: {
      description: 'Dziękuje nowemu klientowi i wskazuje osobę do kontaktu.',
      subject: 'Witamy',
      text: [
        DEAR,
        'dziękujemy za wybór naszej firmy. W tym liście podajemy, do kogo się zwracać.',
        'Osobą do kontaktu jest **{{ sender.name }}**. Prosimy o telefon, gdyby coś było nie tak.',
      ],
    },
  },
  call: {
    invitation: {
      description: 'Zaprasza, odpowiada na pytania, zapisuje tak lub nie.',
      text: [
        HELLO,
        'W czwartek, 12 marca, o godzinie 17:00 mamy dzień otwarty. Serdecznie zapraszam.',
        'W razie pytań:\n- Gdzie: ul. Przykładowa 12\n- Jak długo: około dwóch godzin\n- Kto może przyjść: każdy',
        'Czy mogę dopisać do listy gości? Zanotuj tak lub nie oraz liczbę osób.',
      ],
    },
    service: {
      description: 'Informuje, co wymaga przeglądu, i umawia termin.',
      text: [
        HELLO,
        `Dzwonię, ponieważ nadszedł czas na przegląd{% if assets.size > 0 %}:\n\n${THINGS}{% else %}.{% endif %}`,
        'Jaki termin pasuje: ten tydzień czy następny, rano czy po południu?',
        'Już zrobione albo sprzedane: zanotuj i podziękuj.',
      ],
    },
    welcome: {
      description: 'Pyta nowego klienta o wrażenia.',
      text: [
        HELLO,
        'Dziękujemy za niedawny zakup. Czy wszystko jest w porządku?',
        'Co mogliśmy zrobić lepiej? Wysłuchaj i zapisz słowami klienta.',
        'Podziękuj i powiedz, jak się z Tobą skontaktować.',
      ],
    },
    offer: {
      description: 'Nawiązuje do wysłanej oferty.',
      text: [
        HELLO,
        'Wysłaliśmy ofertę. Czy dotarła i czy udało się ją przeczytać?',
        'Czy coś jest niejasne albo czegoś brakuje?',
        'Ustal następny krok: przyjęcie na stronie oferty, zmieniona oferta albo kolejna rozmowa. Zanotuj, co i kiedy.',
      ],
    },
  },
  task: {
    service: {
      description: 'Przygotowuje przegląd.',
      text: [
        `Przygotuj przegląd{% if assets.size > 0 %}:\n\n${THINGS}{% else %}.{% endif %}`,
        '- Czy części są na miejscu?\n- Kto wykona przegląd i kiedy?\n- Powiadom klienta o terminie.',
      ],
    },
    welcome: {
      description: 'Zajmuje się nowym klientem.',
      text: [
        'Zajmij się nowym klientem.',
        '- Czy dane są kompletne: e-mail, telefon, adres, język?\n- Czy wszystko dostarczono?\n- Napisz kilka słów podziękowania od siebie.',
      ],
    },
    offer: {
      description: 'Nawiązuje do wysłanej oferty.',
      text: [
        'Wróć do oferty, zanim wygaśnie.',
        '- Czy została przeczytana? Widać to na jej stronie.\n- Zapytaj, czego jeszcze brakuje.\n- Zmień ofertę albo zanotuj, dlaczego nie została przyjęta.',
      ],
    },
  },
};
