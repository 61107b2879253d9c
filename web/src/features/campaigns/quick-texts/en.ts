export const en = {
  quick_email: 'New mailing',
  quick_list: 'New list',
  quickText: 'One action for many people at once. Save it, look at the addressees, and run it when it is ready.',
  addressees: 'Addressees',
  segments: 'Everyone in these segments',
  chosenNow_one: '{count} chosen record is added',
  chosenNow_other: '{count} chosen records are added',
  addOne: 'Add a person or company',
  strategy: 'Send strategy',
  template: 'Template',
  noTemplate: 'Write it afterwards',
  save: 'Save',
} as const;
