import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const fr: TextsIn<'fr', typeof en> = {
  api: 'API',
  apiText: 'Tout ce qui se fait ici, un programme peut le faire aussi : cette interface n’utilise rien d’autre.',
  document: 'La description de l’API',
  documentText: 'Toutes les opérations avec leurs champs, réponses et erreurs, tirées de la version en marche.',
  browse: 'Lire et essayer',
  openApi: 'OpenAPI 3.1 (JSON)',
  tryIt: 'Un premier appel',
  tryItText:
    'Un programme se connecte comme un utilisateur par /api/sign-in et garde le cookie ; il peut ce que cet utilisateur peut. Les appels qui modifient portent l’en-tête x-fanfare: 1.',
  workers: 'Processus d’envoi',
  workersText:
    'Les processus qui établissent les listes et envoient. Lancez-en d’autres, sur n’importe quelle machine, pour aller plus vite ; si l’un tombe, les autres prennent le relais.',
  host: 'Machine',
  process: 'Processus',
  state: 'État',
  idle: 'En attente de travail',
  sending_one: 'Envoie : {count} lot en cours',
  sending_other: 'Envoie : {count} lots en cours',
  since: 'En marche depuis',
  heardOf: 'Dernier signe',
  noWorkers: 'Aucun processus d’envoi ne fonctionne',
  noWorkersText: 'Rien ne part tant qu’aucun n’est lancé. Lancez-en un sur le serveur avec',
};
