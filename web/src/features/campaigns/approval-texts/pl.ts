import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const pl: TextsIn<'pl', typeof en> = {
  title: 'Zatwierdzenie',
  needed: 'Zanim to zostanie wysłane, musi to zatwierdzić druga osoba.',
  needed_size: 'Trafi do większej liczby osób, niż wolno wysłać samemu.',
  needed_size_unknown:
    'Odbiorcy ustalą się dopiero na starcie: do tego czasu liczy się to jako więcej osób, niż wolno wysłać samemu.',
  needed_cost: 'Kosztuje więcej, niż wolno wydać samemu.',
  ask: 'Poproś o zatwierdzenie',
  askAgain: 'Poproś ponownie',
  note: 'Co powinien wiedzieć zatwierdzający?',
  asked: 'Wysłano prośbę do zatwierdzających',
  waits: '{who} – prośba z {when}; nikt jeszcze nie zdecydował.',
  given: '{who} – zatwierdzono {when}.',
  refused: '{who} – odmowa z {when}: {reason}',
  void: 'Od tego czasu zmieniło się: {parts}.',
  part_content: 'wiadomość',
  part_audience: 'odbiorcy',
  part_sender: 'nadawca',
  part_cost: 'koszt',
  recipients: 'Odbiorcy',
  atStart: 'ustalani przy starcie',
  cost: 'Przewidywany koszt',
  approve: 'Zatwierdź',
  refuse: 'Odmów',
  reason: 'Dlaczego nie?',
  approveTitle: 'Zatwierdzić?',
  approveText: 'Dokładnie ta wiadomość, ci odbiorcy, ten nadawca i ten koszt. Każda zmiana unieważnia zgodę.',
};
