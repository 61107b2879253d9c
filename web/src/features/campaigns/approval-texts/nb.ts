import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  title: 'Godkjenning',
  needed: 'En annen person må godkjenne dette før det sendes.',
  needed_size: 'Det går til flere enn man kan sende til alene.',
  needed_size_unknown: 'Ingen vet ennå hvor mange som får det: det regnes som flere enn man kan sende til alene.',
  needed_cost: 'Det koster mer enn man kan bruke alene.',
  ask: 'Be om godkjenning',
  askAgain: 'Be om det på nytt',
  note: 'Hva bør den som godkjenner vite?',
  asked: 'Spurt: de som kan godkjenne, får beskjed',
  waits: '{who} spurte {when}; ingen har avgjort ennå.',
  given: '{who} godkjente det {when}.',
  refused: '{who} avslo det {when}: {reason}',
  void: 'Det som ble spurt om, er endret siden: {parts}.',
  part_content: 'meldingen',
  part_audience: 'mottakerne',
  part_sender: 'avsenderen',
  part_cost: 'kostnaden',
  recipients: 'Mottakere',
  atStart: 'vites først senere',
  cost: 'Forventet kostnad',
  approve: 'Godkjenn',
  refuse: 'Avslå',
  reason: 'Hvorfor ikke?',
  approveTitle: 'Godkjenne dette?',
  approveText:
    'Nøyaktig denne meldingen, disse mottakerne, denne avsenderen og denne kostnaden. Enhver endring opphever det.',
};
