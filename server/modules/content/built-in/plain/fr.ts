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
        'Joyeux anniversaire{% if contact.first_name %}, {{ contact.first_name }}{% endif %} ! Un petit cadeau vous attend lors de votre prochaine visite.',
        STOP,
      ],
    },
    service: {
      description: 'C’est le moment : appelez-nous.',
      text: ["C'est le moment de l'entretien. Appelez-nous, nous trouverons un créneau qui vous convient.", STOP],
    },
    reminder: {
      description: 'Un mot avant un rendez-vous.',
      text: ["Rappel : rendez-vous jeudi 12 mars à 17 h, 12 rue de l'Exemple. Un imprévu ? Appelez-nous."],
    },
    offer: {
      description: 'Mène à l’offre faite au destinataire.',
      text: ['Votre offre est disponible : {{ offer_url }}', STOP],
    },
    invoice: {
      description: 'Mène à la facture du destinataire.',
      text: ['Votre facture est disponible, avec le montant et le mode de paiement : {{ invoice_url }}'],
    },
  },
  letter: {
    notice: {
      description: 'Une annonce et ses détails, par exemple un changement d’adresse.',
      subject: 'Nous déménageons',
      text: [
        DEAR,
        'Dès le premier du mois, vous nous trouverez à une nouvelle adresse. Vos interlocuteurs et nos numéros de téléphone restent les mêmes.',
        '- Nouvelle adresse : 12 rue de l’Exemple, 10000 Exemple\n- À partir du : 1er mars\n- Téléphone : inchangé',
        'Des questions ? Appelez-nous.',
      ],
    },
    invitation: {
      description: 'Quoi, quand et où, et comment répondre.',
      subject: 'Invitation',
      text: [
        DEAR,
        'Nous serions heureux de vous accueillir à notre journée portes ouvertes : de quoi regarder, de quoi essayer, et du temps pour vos questions.',
        '- Quand : jeudi 12 mars à 17 h\n- Où : 12 rue de l’Exemple, 10000 Exemple',
        'Merci de nous dire avant le 5 mars si vous venez.',
      ],
    },
    birthday: {
      description: 'Des vœux et un petit cadeau.',
      subject: 'Joyeux anniversaire !',
      text: [
        DEAR,
        'Toute l’équipe vous souhaite une belle journée et une bonne année.',
        'Un petit cadeau vous attend jusqu’à la fin du mois : apportez cette lettre lors de votre visite.',
      ],
    },
    service: {
      description: 'Ce qui est à entretenir, et comment prendre rendez-vous.',
      subject: 'C’est le moment de l’entretien',
      text: [
        DEAR,
        'Un entretien fait à temps préserve la garantie et évite les mauvaises surprises.',
        `{% if assets.size > 0 %}Voici ce qui est enregistré à votre nom :\n\n${THINGS}{% endif %}`,
        'Appelez-nous, nous trouverons un créneau qui vous convient. C’est déjà fait, ou vendu ? Dites-le-nous, nous corrigerons.',
      ],
    },
    welcome: {
      description: 'Remercie un nouveau client et dit à qui s’adresser.',
      subject: 'Bienvenue',
      text: [
        DEAR,
        'Merci de nous avoir choisis. Cette lettre vous dit à qui vous adresser.',
        '**{{ sender.name }}** est à votre écoute. Appelez-nous dès que quelque chose ne va pas.',
      ],
    },
  },
  call: {
    invitation: {
      description: 'Invite, répond aux questions, note oui ou non.',
      text: [
        HELLO,
        'Nous organisons une journée portes ouvertes le jeudi 12 mars à 17 h, et j’aimerais vous y accueillir.',
        'Si on vous le demande :\n- Où : 12 rue de l’Exemple\n- Combien de temps : environ deux heures\n- Qui peut venir : tout le monde',
        'Puis-je vous inscrire ? Notez oui ou non, et le nombre de personnes.',
      ],
    },
    service: {
      description: 'Dit ce qui est à entretenir et fixe un rendez-vous.',
      text: [
        HELLO,
        `Je vous appelle parce que c’est le moment de l’entretien{% if assets.size > 0 %} pour :\n\n${THINGS}{% else %}.{% endif %}`,
        'Quel jour vous convient : cette semaine ou la prochaine, le matin ou l’après-midi ?',
        'Déjà fait ou vendu : notez-le, et remerciez.',
      ],
    },
    welcome: {
      description: 'Demande à un nouveau client si tout va bien.',
      text: [
        HELLO,
        'Vous avez récemment acheté chez nous. En êtes-vous satisfait ?',
        'Qu’aurions-nous pu faire de mieux ? Écoutez, et notez la réponse avec les mots du client.',
        'Remerciez, et dites comment vous joindre.',
      ],
    },
    offer: {
      description: 'Relance le client sur une offre.',
      text: [
        HELLO,
        'Nous vous avons envoyé une offre. Est-elle arrivée, et avez-vous pu la lire ?',
        'Y a-t-il un point peu clair, ou manque-t-il quelque chose ?',
        'Convenez de la suite : acceptation sur la page de l’offre, offre modifiée ou nouvel appel. Notez laquelle, et quand.',
      ],
    },
  },
  task: {
    service: {
      description: 'Prépare un entretien.',
      text: [
        `Préparez l’entretien{% if assets.size > 0 %} pour :\n\n${THINGS}{% else %}.{% endif %}`,
        '- Les pièces sont-elles là ?\n- Qui s’en charge, et quand ?\n- Communiquez l’heure au client.',
      ],
    },
    welcome: {
      description: 'S’occupe d’un nouveau client.',
      text: [
        'Occupez-vous de ce nouveau client.',
        '- La fiche est-elle complète : e-mail, téléphone, adresse, langue ?\n- Tout a-t-il été livré ?\n- Écrivez un mot de remerciement, à votre façon.',
      ],
    },
    offer: {
      description: 'Relance le client sur une offre.',
      text: [
        'Relancez le client avant que l’offre n’expire.',
        '- A-t-elle été lue ? Sa page le dit.\n- Demandez ce qui manque encore.\n- Modifiez l’offre, ou notez pourquoi l’affaire est perdue.',
      ],
    },
  },
};
