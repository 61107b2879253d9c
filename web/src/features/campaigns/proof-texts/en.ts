export const en = {
  alsoTo: 'Colleagues who get it too',
  nobodyYet: 'Nobody yet',
  editList: 'Edit the list',
  listTitle: 'Colleagues who get tests',
  listText: 'Everybody here shares this list. Tests never count, and these people are not looked up among contacts.',
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  add: 'Add',
  removeReader: 'Take {name} off the list',
  noneListed: 'Nobody stands on the list yet.',
} as const;
