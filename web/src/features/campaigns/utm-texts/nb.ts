export const nb = {
  title: 'UTM-parametre',
  text: 'Nettstatistikk ser på dem hvilke besøk kampanjen ga. De legges til hver lenke der klikk telles, og til ingenting personlig: ikke til avmelding eller direktelenker.',
  on: 'Legg UTM-parametre til lenkene',
  source: 'Kilde (utm_source)',
  medium: 'Medium (utm_medium)',
  campaign: 'Kampanje (utm_campaign)',
  example: 'En lenke fører da til',
  ownWins: 'Det en lenke har fra før, blir stående.',
} as const;
