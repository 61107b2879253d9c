export const en = {
  title: 'UTM parameters',
  text: 'Web statistics tell by them which visits the campaign brought. They are added to every link whose clicks are counted, and to nothing personal: not to unsubscribe or direct links.',
  on: 'Add UTM parameters to the links',
  source: 'Source (utm_source)',
  medium: 'Medium (utm_medium)',
  campaign: 'Campaign (utm_campaign)',
  example: 'A link then leads to',
  ownWins: 'What a link has of its own stays.',
} as const;
