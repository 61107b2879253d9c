import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  by_hand: 'Quelqu’un l’a mis en pause.',
  login_refused:
    'Le serveur refuse le nom d’utilisateur ou le mot de passe. Saisissez-les de nouveau ; certains fournisseurs exigent un mot de passe d’application.',
  sender_refused:
    'Le serveur ne laisse pas ce compte envoyer depuis l’adresse de l’expéditeur. Prenez une adresse qui appartient au compte.',
  server_refused:
    'Le serveur refuse de nous parler. Demandez à son administrateur si cette machine peut envoyer par lui.',
  certificate_refused:
    'Le certificat du serveur n’est pas fiable : expiré, établi pour un autre nom, ou sans garant. Vérifiez le nom du serveur ou demandez à l’administrateur.',
  tls_failed:
    'Le chiffrement n’a pas pu être convenu. Vérifiez port et chiffrement : 465 va avec TLS, 587 avec STARTTLS.',
  tls_not_offered: 'Le serveur ne propose pas de chiffrement ici. Vérifiez le port ou choisissez un autre chiffrement.',
  tls_refused: 'Le serveur refuse de chiffrer. Demandez à son administrateur.',
  password_needs_tls:
    'Le serveur ne propose pas de chiffrement, et un mot de passe ne part pas en clair. Choisissez TLS ou STARTTLS.',
  no_such_mailbox: 'Le serveur dit que ce destinataire n’existe pas. Essayez avec une autre adresse.',
  malformed_address: 'Le serveur ne reconnaît pas cette adresse. Vérifiez-la.',
  address_needs_utf8: 'Le serveur n’accepte pas une adresse avec ces lettres. Essayez avec une autre adresse.',
  mailbox_disabled: 'La boîte du destinataire est désactivée. Essayez avec une autre adresse.',
  policy: 'Le serveur refuse le message selon ses règles. Sa réponse dit pourquoi.',
  too_big: 'Le message dépasse la taille admise par le serveur.',
  content_refused: 'Le serveur refuse le contenu du message.',
  refused: 'Le serveur refuse le message. Sa réponse dit pourquoi.',
  greylisted:
    'Le serveur demande de réessayer plus tard : il le fait avec tous ceux qu’il voit pour la première fois. Réessayez dans cinq minutes.',
  rate_limited: 'Le serveur dit que nous envoyons trop vite. Attendez, puis réessayez.',
  mailbox_full: 'La boîte du destinataire est pleine. Essayez avec une autre adresse.',
  server_full: 'Le serveur n’a plus de place pour l’instant. Réessayez plus tard.',
  server_busy: 'Le serveur est occupé. Réessayez dans quelques minutes.',
  too_many_recipients: 'Le serveur ne prend plus de destinataires pour l’instant. Réessayez plus tard.',
  login_unavailable: 'La connexion au compte est impossible pour l’instant. Réessayez plus tard.',
  not_now: 'Le serveur ne peut pas prendre le message maintenant. Réessayez plus tard.',
  out_of_step: 'La conversation avec le serveur s’est déréglée. Réessayez.',
  server_not_found: 'Aucun serveur ne porte ce nom. Vérifiez le nom du serveur.',
  server_unreachable: 'Personne ne répond à ce serveur et à ce port. Vérifiez-les, ainsi qu’un éventuel pare-feu.',
  bad_reply: 'Ce qui répond n’est pas un serveur de messagerie, ou il est en panne. Vérifiez le nom et le port.',
  connection_lost: 'Le serveur a coupé la connexion. Réessayez ; si cela persiste, demandez à son administrateur.',
  timeout: 'Le serveur n’a pas répondu à temps. Réessayez plus tard.',
  inside_address:
    'L’adresse de la passerelle est sur cette machine ou son réseau. Utilisez son adresse sur internet, ou mettez INSIDE_GATEWAYS=yes.',
  partly_refused: 'La passerelle a pris une partie du message et refusé le reste.',
};
