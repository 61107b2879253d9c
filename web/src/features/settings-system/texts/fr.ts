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
  restoredTitle: 'Rien n’est envoyé : la base de données est plus ancienne que ce qui a été envoyé',
  restoredText:
    'Le processus sur {host} se souvient d’un état plus récent : cela ressemble à une sauvegarde restaurée. Ce qui a été envoyé depuis n’y figure pas et serait envoyé de nouveau. Toutes les campagnes sont en pause.',
  strangerTitle: 'Rien n’est envoyé : aucun processus ne connaît cette base de données',
  strangerText:
    'Le processus sur {host} n’a jamais envoyé pour elle, et aucun autre qui l’ait fait ne tourne. Après un déménagement vers un nouvel ordinateur, c’est normal ; avec une vieille copie de la base, non.',
  waits_database_full: 'Attend : le disque de la base est plein',
  waits_folder_full: 'Attend : son disque est plein',
  databaseFullTitle: 'Rien n’est envoyé : le disque de la base de données est plein',
  folderFullTitle: 'Un processus n’envoie rien : son disque est plein',
  databaseFullText:
    'Libérez de la place. Rien n’est perdu et l’envoi reprend de lui-même en quelques secondes. Constaté par le processus sur {host}.',
  folderFullText:
    'Le disque du dossier de données sur {host} est plein et, sans son journal, le processus ne remet rien. Libérez de la place ; il reprend de lui-même en quelques secondes.',
  vouch: 'C’est la bonne base de données',
  vouchQuestion: 'Continuer avec cette base de données ?',
  vouchText:
    'Seulement si vous savez que rien n’a été envoyé depuis cette copie, ou quoi. Les campagnes en pause le restent ; reprenez chacune après l’avoir regardée.',
  vouched: 'L’envoi peut continuer. Reprenez les campagnes une à une.',
  vouchAsk: 'Un administrateur peut la libérer ici.',
  clock: 'Horloge',
  clockRight: 'Juste',
  clockAhead: 'avance de {time}',
  clockBehind: 'retarde de {time}',
  clockTitle: 'L’horloge de {host} est fausse : {off}',
  clockText:
    'L’envoi suit l’horloge de la base : rien ne part à une mauvaise heure. Réglez tout de même cet ordinateur : son journal et la date des messages la suivent.',
};
