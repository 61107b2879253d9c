import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  company: 'Firma',
  text: 'Jak nazywa się firma i co obowiązuje tam, gdzie nikt nie wybrał inaczej.',
  name: 'Nazwa firmy',
  nameHint: 'Odbiorcy widzą ją na stronach publicznych.',
  language: 'Język',
  languageHint: 'Dla użytkowników, którzy nie wybrali własnego.',
  currency: 'Waluta',
  timeZone: 'Strefa czasowa',
  timeZoneHint: 'Według niej planowane są kampanie.',
  seats: 'Miejsca w module kampanii',
  seatsHint:
    'Ilu użytkowników może go mieć. Puste pole oznacza brak limitu. Miejsca przydzielasz w zakładce Użytkownicy i zespoły.',
  seatsGiven_one: 'Przydzielono {count} miejsce.',
  seatsGiven_few: 'Przydzielono {count} miejsca.',
  seatsGiven_many: 'Przydzielono {count} miejsc.',
  tracking: 'Czyje otwarcia i kliknięcia są odnotowywane',
  trackingHint:
    'Wiadomości do pozostałych nie mają piksela, a ich linki prowadzą prosto do celu. Linki rezygnacji działają zawsze.',
  tracking_everyone: 'Wszystkich, którzy się nie sprzeciwili',
  tracking_everyone_hint: 'Tylko tam, gdzie prawo daje inną podstawę niż zgoda.',
  tracking_consented: 'Tylko osób, które wyraziły zgodę',
  tracking_consented_hint: 'Zapisywana przy osobie, osobno od zgody na otrzymywanie wiadomości.',
  tracking_nobody: 'Niczyje',
  tracking_nobody_hint: 'Raporty nie znają wtedy otwarć ani kliknięć.',
  sendTimes: 'Kiedy wysyłamy',
  sendTimesText:
    'Obowiązuje każdą kampanię bez własnych godzin. Trwające wysyłki trzymają się godzin, z którymi ruszyły.',
  sendHours: 'Godziny',
  sendAnyTime: 'O każdej porze',
  sendSomeHours: 'Tylko w określonych godzinach',
  holidayCountry: 'Święta którego kraju są nasze',
  holidayCountryHint: 'Używane tylko tam, gdzie godziny pomijają święta.',
  undoSeconds: 'Czas na cofnięcie',
  undoSecondsHint: 'Jak długo można cofnąć wysyłkę, zanim wyjdzie pierwsza wiadomość. 0: wychodzi od razu.',
  seconds: 's',
  lateMinutes: 'Spóźniony start pyta po',
  lateMinutesHint: 'Gdy Fanfare nie działał o zaplanowanej porze i spóźnia się bardziej, pyta zamiast wysyłać.',
  minutes: 'min',
  approvals: 'Zatwierdzanie',
  approvalsText:
    'Powyżej tych granic wysyłkę musi zatwierdzić druga osoba: menedżer lub administrator. Puste: nikt nie jest pytany.',
  approvalRecipients: 'Więcej odbiorców niż',
  approvalCost: 'Koszt wyższy niż',
};
