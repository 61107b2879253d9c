export const pl = {
  title: 'Parametry UTM',
  text: 'Statystyki stron poznają po nich, które wizyty przyniosła kampania. Dodawane są do każdego linku, którego kliknięcia są liczone, a do niczego osobistego: nie do rezygnacji ani linków bezpośrednich.',
  on: 'Dodawaj parametry UTM do linków',
  source: 'Źródło (utm_source)',
  medium: 'Medium (utm_medium)',
  campaign: 'Kampania (utm_campaign)',
  example: 'Link prowadzi wtedy do',
  ownWins: 'To, co link ma własnego, zostaje.',
} as const;
