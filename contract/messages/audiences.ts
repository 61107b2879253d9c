import type { Messages } from './languages.ts';

export const audiencesMessages = {
  rule_too_deep: {
    en: 'The rule is nested deeper than {max} levels, counting the segments in it. Flatten it, or save parts of it as segments of their own.',
    nb: 'Regelen er dypere enn {max} nivåer, medregnet segmentene i den. Gjør den flatere, eller lagre deler som egne segmenter.',
    pl: 'Reguła ma więcej niż {max} poziomów zagnieżdżenia, licząc użyte w niej segmenty. Uprość ją albo zapisz jej części jako osobne segmenty.',
    fr: 'La règle dépasse {max} niveaux d’imbrication, segments compris. Simplifiez-la ou enregistrez-en des parties comme segments.',
  },
  rule_too_many: {
    en: 'The rule has more than {max} conditions, counting the segments in it. Use “is one of” with a list, or mark these people with a tag.',
    nb: 'Regelen har mer enn {max} vilkår, medregnet segmentene i den. Bruk «er en av» med en liste, eller merk personene med en etikett.',
    pl: 'Reguła ma ponad {max} warunków, licząc użyte w niej segmenty. Użyj „jest jednym z” z listą albo oznacz te osoby etykietą.',
    fr: 'La règle compte plus de {max} conditions, segments compris. Utilisez « est l’un de » avec une liste, ou marquez ces personnes d’une étiquette.',
  },
  rule_unstorable_text: {
    en: 'A text in the rule holds characters that cannot be stored. Type it again instead of pasting it.',
    nb: 'En tekst i regelen inneholder tegn som ikke kan lagres. Skriv den inn på nytt i stedet for å lime den inn.',
    pl: 'Tekst w regule zawiera znaki, których nie można zapisać. Wpisz go ponownie zamiast wklejać.',
    fr: 'Un texte de la règle contient des caractères impossibles à enregistrer. Retapez-le au lieu de le coller.',
  },
  rule_unknown_field: {
    en: 'There is no field “{name}” any more. Choose another field or remove this condition.',
    nb: 'Feltet «{name}» finnes ikke lenger. Velg et annet felt eller fjern vilkåret.',
    pl: 'Pole „{name}” już nie istnieje. Wybierz inne pole lub usuń ten warunek.',
    fr: 'Le champ « {name} » n’existe plus. Choisissez un autre champ ou retirez cette condition.',
  },
  rule_other_kind: {
    en: '“{name}” belongs to a person, but this rule selects companies. Choose a field of the company.',
    nb: '«{name}» hører til en person, men regelen velger firmaer. Velg et felt på firmaet.',
    pl: '„{name}” dotyczy osoby, a ta reguła wybiera firmy. Wybierz pole firmy.',
    fr: '« {name} » concerne une personne, mais cette règle sélectionne des entreprises. Choisissez un champ de l’entreprise.',
  },
  rule_wrong_operator: {
    en: '“{operator}” cannot be asked of “{name}”. Choose another comparison.',
    nb: '«{operator}» passer ikke for «{name}». Velg en annen sammenligning.',
    pl: '„{operator}” nie pasuje do pola „{name}”. Wybierz inne porównanie.',
    fr: '« {operator} » ne s’applique pas à « {name} ». Choisissez une autre comparaison.',
  },
  rule_wants_text: {
    en: 'Enter the text to compare with.',
    nb: 'Skriv inn teksten det skal sammenlignes med.',
    pl: 'Wpisz tekst do porównania.',
    fr: 'Saisissez le texte à comparer.',
  },
  rule_wants_number: {
    en: 'Enter a number.',
    nb: 'Skriv inn et tall.',
    pl: 'Wpisz liczbę.',
    fr: 'Saisissez un nombre.',
  },
  rule_wants_whole_number: {
    en: 'Enter an amount.',
    nb: 'Skriv inn et beløp.',
    pl: 'Wpisz kwotę.',
    fr: 'Saisissez un montant.',
  },
  rule_wants_date: {
    en: 'Choose a date.',
    nb: 'Velg en dato.',
    pl: 'Wybierz datę.',
    fr: 'Choisissez une date.',
  },
  rule_wants_days: {
    en: 'Enter a whole number of days, 0 to {max}.',
    nb: 'Skriv inn et helt antall dager, 0 til {max}.',
    pl: 'Wpisz pełną liczbę dni, od 0 do {max}.',
    fr: 'Saisissez un nombre entier de jours, de 0 à {max}.',
  },
  rule_wants_yes_no: {
    en: 'Choose yes or no.',
    nb: 'Velg ja eller nei.',
    pl: 'Wybierz tak lub nie.',
    fr: 'Choisissez oui ou non.',
  },
  rule_wants_two: {
    en: 'Fill in both ends of the range.',
    nb: 'Fyll ut begge ender av intervallet.',
    pl: 'Wypełnij oba końce zakresu.',
    fr: 'Remplissez les deux bornes de l’intervalle.',
  },
  rule_wants_choice: {
    en: 'Choose at least one value.',
    nb: 'Velg minst én verdi.',
    pl: 'Wybierz co najmniej jedną wartość.',
    fr: 'Choisissez au moins une valeur.',
  },
  rule_wants_topic: {
    en: 'Choose a topic and a channel.',
    nb: 'Velg et tema og en kanal.',
    pl: 'Wybierz temat i kanał.',
    fr: 'Choisissez un thème et un canal.',
  },
  rule_unknown_segment: {
    en: 'This segment does not exist any more. Choose another or remove it.',
    nb: 'Dette segmentet finnes ikke lenger. Velg et annet eller fjern det.',
    pl: 'Ten segment już nie istnieje. Wybierz inny lub go usuń.',
    fr: 'Ce segment n’existe plus. Choisissez-en un autre ou retirez-le.',
  },
  rule_segment_of_people: {
    en: '“{name}” is a segment of people, but this rule selects companies. Choose a segment of companies.',
    nb: '«{name}» er et segment av personer, men regelen velger firmaer. Velg et segment av firmaer.',
    pl: '„{name}” to segment osób, a ta reguła wybiera firmy. Wybierz segment firm.',
    fr: '« {name} » est un segment de personnes, mais cette règle sélectionne des entreprises. Choisissez un segment d’entreprises.',
  },
  rule_segment_cycle: {
    en: 'The segment “{name}” would contain itself. Remove it from the rule.',
    nb: 'Segmentet «{name}» ville inneholde seg selv. Fjern det fra regelen.',
    pl: 'Segment „{name}” zawierałby sam siebie. Usuń go z reguły.',
    fr: 'Le segment « {name} » se contiendrait lui-même. Retirez-le de la règle.',
  },
  segment_in_use: {
    en: 'This segment is used by {uses}. Take it out there first, then delete it.',
    nb: 'Segmentet brukes av {uses}. Ta det ut der først, og slett det så.',
    pl: 'Ten segment jest używany przez: {uses}. Najpierw usuń go stamtąd, potem skasuj.',
    fr: 'Ce segment est utilisé par {uses}. Retirez-le d’abord de là, puis supprimez-le.',
  },
  segment_kind_in_use: {
    en: 'Whom this segment selects cannot change while it is used by {uses}. Make a new segment instead.',
    nb: 'Hvem segmentet velger kan ikke endres mens det brukes av {uses}. Lag heller et nytt segment.',
    pl: 'Nie można zmienić tego, kogo wybiera segment, dopóki używa go: {uses}. Utwórz nowy segment.',
    fr: 'On ne peut pas changer qui ce segment sélectionne tant qu’il est utilisé par {uses}. Créez plutôt un nouveau segment.',
  },
} as const satisfies Messages;
