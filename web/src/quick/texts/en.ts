export const en = {
  quickCampaign: 'Quick campaign',
  quick_email: 'New mailing',
  quick_sms: 'New SMS',
  quick_letter: 'New letter',
  quick_call: 'New phone calls',
  quick_task: 'New activities',
  quick_invoice: 'New invoices',
  quick_opportunity: 'New opportunities',
  quick_offer: 'New offers',
  quick_list: 'New list',
} as const;
