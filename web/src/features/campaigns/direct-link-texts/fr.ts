export const fr = {
  title: 'Lien direct',
  text: 'Un lien propre à chaque destinataire : insérez {code} dans le texte par un clic droit, Insérer. Un lien modifié ou perdu ne révèle rien.',
  target: 'Il mène à',
  none: 'Nulle part : pas de lien direct',
  my_page: 'Mon espace : les données et les choix de la personne',
  product: 'Un produit',
  product_group: 'Un groupe de produits',
  front_page: 'La page d’accueil',
  which: 'Quel produit',
  whichGroup: 'Quel groupe',
  search: 'Saisissez un nom ou un numéro',
  chooseGroup: 'Choisissez un groupe',
} as const;
