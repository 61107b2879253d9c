import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  check_alignment: 'Domaine de l’expéditeur',
  check_spf: 'SPF',
  check_dkim: 'DKIM',
  check_dmarc: 'DMARC',
  aligned: 'Expéditeur et retours sont du même domaine.',
  bounces_elsewhere:
    'Les retours vont à un autre domaine : SPF ne répond pas de l’expéditeur. Signez avec DKIM ou prenez une adresse de retour de son domaine.',
  from_mailbox_provider:
    'L’adresse est chez un fournisseur de messagerie, qui refuse ce courrier venant d’autres serveurs. Utilisez votre propre domaine.',
  spf_found: 'Le domaine dit quels serveurs envoient pour lui.',
  no_spf: 'Le domaine ne dit pas quels serveurs envoient pour lui. Publiez un enregistrement SPF qui nomme le vôtre.',
  several_spf: 'Il y a plusieurs enregistrements SPF : aucun ne compte. Gardez-en un.',
  spf_allows_all: 'L’enregistrement SPF permet à tous d’envoyer. Terminez-le par -all ou ~all.',
  dkim_signs: 'Les messages sont signés et la clé est publiée.',
  dkim_by_provider: 'Votre fournisseur doit signer pour le domaine ; cela ne se voit pas d’ici.',
  no_dkim: 'Les messages ne sont pas signés. Créez une clé et activez la signature.',
  dkim_not_found: 'Les messages sont signés, mais le DNS ne montre pas la clé. Publiez-la ou désactivez la signature.',
  dmarc_found: 'Le domaine dit que faire du courrier qui ne vient pas de lui.',
  no_dmarc:
    'Il n’y a pas d’enregistrement DMARC. Les grandes messageries en demandent un ; v=DMARC1; p=none est un début.',
  dns_silent: 'Le DNS n’a pas répondu. Regardez plus tard.',
};
