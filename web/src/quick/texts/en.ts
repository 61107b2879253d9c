export const en = {
  quick_email: 'New mailing',
  quick_list: 'New list',
} as const;
