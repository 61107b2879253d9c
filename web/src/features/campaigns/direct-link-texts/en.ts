export const en = {
  title: 'Direct link',
  text: 'A link of each recipient’s own: put {code} into the text by right-click, Insert. A link that was altered or lost reveals nothing.',
  target: 'It leads to',
  none: 'Nowhere: no direct link',
  my_page: 'My page: the person’s own data and choices',
  product: 'A product',
  product_group: 'A product group',
  front_page: 'The front page',
  which: 'Which product',
  whichGroup: 'Which group',
  search: 'Type a name or number',
  chooseGroup: 'Choose a group',
} as const;
