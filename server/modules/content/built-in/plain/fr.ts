import type { PlainTemplates } from './plain-template.ts';

// SMS keep to the letters of the GSM alphabet: with others a message holds less than half as much.
const STOP = 'STOP : {{ unsubscribe_url }}';
const DEAR = 'Bonjour{% if contact.first_name %} {{ contact.first_name }}{% endif %},';
const HELLO = 'Bonjour{% if contact.first_name %} {{ contact.first_name }}{% endif %}, ici {{ sender.name }}.';
const THINGS = '{% for asset in assets %}- {{ asset.name }} {{ asset.identifier }}\n{% endfor %}';

export const fr: PlainTemplates = {
  sms: {
    invitation: {
      description: 'Jour et lieu, avec un lien pour oui et un pour non.',
      text: [
        "Invitation : jeudi 12 mars à 17 h, 12 rue de l'Exemple. Oui : {{ answer_yes_url }} Non : {{ answer_no_url }}",
        STOP,
      ],
    },
    birthday: {
      description: 'Des vœux et un petit cadeau.',
      text: [
        'Joyeux anniversaire{% if contact.first_name %}, {{ contact.first_name }}{% endif %} ! Un petit cadeau vous attend lors de votre visite.',
        STOP,
      ],
    },
    service: {
      description: 'C’est le moment : appelez-nous.',
      text: ["C'est le moment de l'entretien. Appelez-nous, nous trouverons une heure qui vous convient.", STOP],
    },
    reminder: {
      description: 'Un mot avant un rendez-vous.',
      text: ["Rappel : rendez-vous jeudi 12 mars à 17 h, 12 rue de l'Exemple. Un imprévu ? Appelez-nous."],
    },
    offer: {
      description: 'Mène à l’offre faite au destinataire.',
      text: ['Notre offre pour vous est là : {{ offer_url }}', STOP],
    },
    invoice: {
      description: 'Mène à la facture du destinataire.',
      text: ['Votre facture est là, avec le montant et comment payer : {{ invoice_url }}'],
    },
  },
  letter: {
    notice: {
      description: 'Une annonce avec ses faits, comme un changement d’adresse.',
      subject: 'Nous déménageons',
      text: [
        DEAR,
        'À partir du premier du mois, vous nous trouverez à une nouvelle adresse. Les numéros et les gens restent les mêmes.',
        '- Nouvelle adresse : 12 rue de l’Exemple, 10000 Exemple\n- À partir du : 1er mars\n- Téléphone : inchangé',
        'Des questions ? Appelez-nous.',
      ],
    },
    invitation: {
      description: 'Quoi, quand et où, et comment répondre.',
      subject: 'Vous êtes invité',
      text: [
        DEAR,
        'Nous aimerions vous voir à notre journée portes ouvertes : des choses à voir, à essayer, et du temps pour vos questions.',
        '- Quand : jeudi 12 mars à 17 h\n- Où : 12 rue de l’Exemple, 10000 Exemple',
        'Dites-nous avant le 5 mars si vous venez.',
      ],
    },
    birthday: {
      description: 'Des vœux et un petit cadeau.',
      subject: 'Joyeux anniversaire !',
      text: [
        DEAR,
        'Toute l’équipe vous souhaite une belle journée et une bonne année.',
        'Un petit cadeau vous attend : apportez cette lettre lors de votre visite. Il est à vous jusqu’à la fin du mois.',
      ],
    },
    service: {
      description: 'Ce qui est à entretenir, et comment prendre rendez-vous.',
      subject: 'C’est le moment de l’entretien',
      text: [
        DEAR,
        'Un entretien à temps conserve la garantie et évite les surprises.',
        `{% if assets.size > 0 %}Voici ce que nous avons à votre nom :\n\n${THINGS}{% endif %}`,
        'Appelez-nous, nous trouverons une heure qui vous convient. Déjà fait, ou vendu ? Dites-le-nous, et nous corrigerons.',
      ],
    },
    welcome: {
      description: 'Remercie un nouveau client et dit à qui s’adresser.',
      subject: 'Bienvenue',
      text: [
        DEAR,
        'Merci de nous avoir choisis. Par cette lettre, vous savez à qui vous adresser.',
        '**{{ sender.name }}** s’occupe de vous. Appelez dès que quelque chose ne va pas.',
      ],
    },
  },
  call: {
    invitation: {
      description: 'Invite, répond aux questions, note oui ou non.',
      text: [
        HELLO,
        'Nous avons une journée portes ouvertes jeudi 12 mars à 17 h, et j’aimerais vous y voir.',
        'Si l’on demande :\n- Où : 12 rue de l’Exemple\n- Combien de temps : environ deux heures\n- Qui peut venir : tout le monde',
        'Puis-je vous inscrire ? Notez oui ou non, et combien de personnes viennent.',
      ],
    },
    service: {
      description: 'Dit ce qui est à entretenir et convient d’une heure.',
      text: [
        HELLO,
        `J’appelle parce que c’est le moment de l’entretien{% if assets.size > 0 %} :\n\n${THINGS}{% else %}.{% endif %}`,
        'Quel jour vous convient : cette semaine ou la prochaine, le matin ou l’après-midi ?',
        'Déjà fait ou vendu : notez-le, et remerciez.',
      ],
    },
    welcome: {
      description: 'Demande à un nouveau client si tout va bien.',
      text: [
        HELLO,
        'Vous avez acheté chez nous il y a peu. En êtes-vous content ?',
        'Qu’aurions-nous pu mieux faire ? Écoutez, et notez-le avec ses mots.',
        'Remerciez, et dites comment vous joindre.',
      ],
    },
    offer: {
      description: 'Donne suite à une offre.',
      text: [
        HELLO,
        'Nous vous avons envoyé une offre. Est-elle arrivée, et avez-vous pu la lire ?',
        'Quelque chose est-il peu clair, ou manque-t-il ?',
        'Convenez de la suite : accepter sur la page de l’offre, une offre modifiée, ou un autre appel. Notez quoi et quand.',
      ],
    },
  },
  task: {
    service: {
      description: 'Prépare un entretien.',
      text: [
        `Préparez l’entretien{% if assets.size > 0 %} :\n\n${THINGS}{% else %}.{% endif %}`,
        '- Les pièces sont-elles là ?\n- Qui le fait, et quand ?\n- Dites l’heure au client.',
      ],
    },
    welcome: {
      description: 'Prend soin d’un nouveau client.',
      text: [
        'Prenez soin de ce nouveau client.',
        '- La fiche est-elle complète : e-mail, téléphone, adresse, langue ?\n- Tout a-t-il été livré ?\n- Écrivez un mot de remerciement, à votre façon.',
      ],
    },
    offer: {
      description: 'Donne suite à une offre.',
      text: [
        'Donnez suite à l’offre avant qu’elle n’expire.',
        '- A-t-elle été lue ? Sa page le dit.\n- Demandez ce qui manque encore.\n- Modifiez l’offre, ou notez pourquoi elle est perdue.',
      ],
    },
  },
};
