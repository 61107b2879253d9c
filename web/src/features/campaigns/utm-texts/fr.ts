export const fr = {
  title: 'Paramètres UTM',
  text: 'Les statistiques des sites y reconnaissent les visites dues à la campagne. Ils s’ajoutent à chaque lien dont les clics sont comptés, et à rien de personnel : ni désinscription ni liens directs.',
  on: 'Ajouter des paramètres UTM aux liens',
  source: 'Source (utm_source)',
  medium: 'Support (utm_medium)',
  campaign: 'Campagne (utm_campaign)',
  example: 'Un lien mène alors à',
  ownWins: 'Ce qu’un lien porte déjà est conservé.',
} as const;
