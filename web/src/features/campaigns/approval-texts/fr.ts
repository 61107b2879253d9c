import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  title: 'Approbation',
  needed: 'Une seconde personne doit approuver avant l’envoi.',
  needed_size: 'Cela touche plus de personnes que l’on ne peut en viser seul.',
  needed_size_unknown:
    'On ne sait pas encore combien le recevront : cela compte comme plus de personnes que l’on ne peut en viser seul.',
  needed_cost: 'Cela coûte plus que l’on ne peut dépenser seul.',
  ask: 'Demander l’approbation',
  askAgain: 'Redemander',
  note: 'Que doit savoir la personne qui approuve ?',
  asked: 'Demandé : les approbateurs sont prévenus',
  waits: '{who} a demandé le {when} ; personne n’a encore décidé.',
  given: '{who} a approuvé le {when}.',
  refused: '{who} a refusé le {when} : {reason}',
  void: 'Ce qui a été demandé a changé depuis : {parts}.',
  part_content: 'le message',
  part_audience: 'les destinataires',
  part_sender: 'l’expéditeur',
  part_cost: 'le coût',
  recipients: 'Destinataires',
  atStart: 'connu seulement plus tard',
  cost: 'Coût prévu',
  approve: 'Approuver',
  refuse: 'Refuser',
  reason: 'Pourquoi pas ?',
  approveTitle: 'Approuver ?',
  approveText: 'Exactement ce message, ces destinataires, cet expéditeur et ce coût. Tout changement l’annule.',
};
