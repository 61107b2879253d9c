export const en = {
  subject: 'Subject line',
  text: 'Text of the letter',
  textHint:
    'An empty line begins a paragraph, # a heading, - an item of a list; **bold**, *italic*. Right-click to insert a field.',
  preview: 'Preview',
  picture: 'The letter as it is printed',
  pages_one: '{count} page',
  pages_other: '{count} pages',
  lacking: 'This person lacks what the layout needs and will be left out: {names}',
  noPicture: 'The preview appears once the text has no faults.',
} as const;
