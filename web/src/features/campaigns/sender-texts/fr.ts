import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  addSharer: 'Envoyer aussi depuis un autre compte',
  addSharerHint: 'N’importe quel compte de l’entreprise. Chaque destinataire n’est contacté que par l’un d’eux.',
  sharingRule: 'Comment ils se partagent',
  sharing_shares: 'Chacun envoie sa part',
  sharingHint_shares: 'Tous les comptes envoient leur part des destinataires, côte à côte.',
  sharing_in_turn: 'L’un après l’autre',
  sharingHint_in_turn:
    'Le premier envoie jusqu’à sa limite, puis le suivant ; dès que le premier peut reprendre, il passe devant.',
  shareOf: 'Poids de {name}',
  shareSaid: '{share} % des destinataires',
  removeSharer: 'Retirer {name}',
  whenPaused: 'Quand un compte est en pause',
  whenPaused_others: 'Les autres envoient sa part',
  whenPausedHint_others: 'Personne n’attend, mais certains reçoivent d’une autre adresse.',
  whenPaused_wait: 'Sa part attend',
  whenPausedHint_wait: 'Jusqu’à ce que quelqu’un réactive le compte. Les autres continuent la leur.',
  senderChecks: 'Ce qui parle contre l’expéditeur',
  senderChecksText: 'L’envoi reste possible. Les grands envois marketing demandent une confirmation.',
  untrustedTitle: 'Envoyer quand même ?',
  untrustedSend: 'Envoyer quand même',
};
