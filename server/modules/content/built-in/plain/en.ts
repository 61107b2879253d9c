import type { PlainTemplates } from './plain-template.ts';

const STOP = 'STOP: {{ unsubscribe_url }}';
const DEAR = 'Dear {{ contact.first_name | default: "customer" }},';
const HELLO = 'Hello{% if contact.first_name %} {{ contact.first_name }}{% endif %}, this is {{ sender.name }}.';
const THINGS = '{% for asset in assets %}- {{ asset.name }} {{ asset.identifier }}\n{% endfor %}';

export const en: PlainTemplates = {
  sms: {
    invitation: {
      description: 'Day and place, with a link for yes and one for no.',
      text: [
        'You are invited: Thursday 12 March at 17:00, 12 Example Street. Yes: {{ answer_yes_url }} No: {{ answer_no_url }}',
        STOP,
      ],
    },
    birthday: {
      description: 'A greeting with a small present.',
      text: [
        'Happy birthday{% if contact.first_name %}, {{ contact.first_name }}{% endif %}! A small present is waiting for you when you come by.',
        STOP,
      ],
    },
    service: {
      description: 'It is time: please call.',
      text: ['It is time for a service. Call us, and we will find a time that suits you.', STOP],
    },
    reminder: {
      description: 'A short word before an appointment.',
      text: [
        'Reminder: see you on Thursday 12 March at 17:00, 12 Example Street. Has something come up? Please call us.',
      ],
    },
    offer: {
      description: 'Leads to the offer made to the recipient.',
      text: ['Our offer to you is ready: {{ offer_url }}', STOP],
    },
    invoice: {
      description: 'Leads to the invoice issued to the recipient.',
      text: ['Your invoice is ready, with the amount and how to pay: {{ invoice_url }}'],
    },
  },
  letter: {
    notice: {
      description: 'An announcement with its facts, such as a change of address.',
      subject: 'We are moving',
      text: [
        DEAR,
        'From the first of the month you will find us at a new address. Phone numbers and people stay the same.',
        '- New address: 12 Example Street, 1000 Example\n- From: 1 March\n- Phone: unchanged',
        'Do you have questions? Please call us.',
      ],
    },
    invitation: {
      description: 'What, when and where, and how to answer.',
      subject: 'You are invited',
      text: [
        DEAR,
        'We would like to see you at our open day: something to look at, something to try, and time for your questions.',
        '- When: Thursday 12 March, 17:00\n- Where: 12 Example Street, 1000 Example',
        'Please tell us by 5 March whether you are coming.',
      ],
    },
    birthday: {
      description: 'A greeting with a small present.',
      subject: 'Happy birthday!',
      text: [
        DEAR,
        'All of us wish you a good day and a good year.',
        'A small present is waiting for you: bring this letter when you come by. It is yours until the end of the month.',
      ],
    },
    service: {
      description: 'What is due for what the customer owns, and how to book.',
      subject: 'It is time for a service',
      text: [
        DEAR,
        'A service on time keeps the warranty valid and spares you surprises.',
        `{% if assets.size > 0 %}This is what we have on record for you:\n\n${THINGS}{% endif %}`,
        'Please call us, and we will find a time that suits you. Already done, or sold? Tell us, and we will put it right.',
      ],
    },
    welcome: {
      description: 'Thanks a new customer and says whom to turn to.',
      subject: 'Welcome',
      text: [
        DEAR,
        'Thank you for choosing us. This letter tells you whom to turn to.',
        '**{{ sender.name }}** looks after you. Call whenever something is not as it should be.',
      ],
    },
  },
  call: {
    invitation: {
      description: 'Invites, answers what is asked, notes yes or no.',
      text: [
        HELLO,
        'We have an open day on Thursday 12 March at 17:00, and I would like to see you there.',
        'If asked:\n- Where: 12 Example Street\n- How long: about two hours\n- Who may come along: anybody',
        'Shall I put you down? Note yes or no, and how many come.',
      ],
    },
    service: {
      description: 'Tells what is due and agrees a time.',
      text: [
        HELLO,
        `I am calling because a service is due{% if assets.size > 0 %} for:\n\n${THINGS}{% else %}.{% endif %}`,
        'Which day suits you: this week or next, morning or afternoon?',
        'Already done or sold: note it, and thank them.',
      ],
    },
    welcome: {
      description: 'Asks a new customer how it went.',
      text: [
        HELLO,
        'You bought from us not long ago. Are you happy with it?',
        'What could we have done better? Listen, and write it down in their words.',
        'Thank them, and say how to reach you.',
      ],
    },
    offer: {
      description: 'Follows an offer up.',
      text: [
        HELLO,
        'We sent you an offer. Did it arrive, and have you had time to read it?',
        'Is anything unclear, or missing?',
        'Agree the next step: accept on the page of the offer, a changed offer, or another call. Note which and when.',
      ],
    },
  },
  task: {
    service: {
      description: 'Gets a service ready.',
      text: [
        `Get the service ready{% if assets.size > 0 %} for:\n\n${THINGS}{% else %}.{% endif %}`,
        '- Are the parts here?\n- Who does it, and when?\n- Tell the customer the time.',
      ],
    },
    welcome: {
      description: 'Looks after a new customer.',
      text: [
        'Look after this new customer.',
        '- Is the record complete: e-mail, phone, address, language?\n- Was everything delivered?\n- Write a line of thanks, in your own words.',
      ],
    },
    offer: {
      description: 'Follows an offer up.',
      text: [
        'Follow the offer up before it runs out.',
        '- Was it read? Its page tells.\n- Ask what is still missing.\n- Change the offer, or note why it was lost.',
      ],
    },
  },
};
