import { list, towns, type Words } from './words.ts';

export const fr: Words = {
  women:
    list(`Marie Nathalie Isabelle Sylvie Catherine Françoise Valérie Christine Monique Sophie Camille Léa Chloé Manon Émilie
    Céline Aurélie Élodie Julie Sandrine Hélène Inès Zoé Anaïs Maëlys Noémie`),
  men: list(`Jean Philippe Michel Alain Patrick Nicolas Christophe Pierre Christian Éric Frédéric Laurent Stéphane David Pascal
    Thomas Julien Antoine Hugo Lucas François Jérôme Benoît Rémi Loïc Gaëtan`),
  lastNames:
    list(`Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy Roux David
    Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Faure André Mercier Blanc Guérin Boyer
    Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Béranger
    Lemaître`),
  towns: towns(
    `Paris 75011 75015 75018 · Lyon 69003 69007 · Marseille 13006 13008 · Toulouse 31000 · Nice 06000 · Nantes 44000
    · Strasbourg 67000 · Montpellier 34000 · Bordeaux 33000 · Lille 59000 · Rennes 35000 · Reims 51100 · Le Havre 76600
    · Saint-Étienne 42000 · Toulon 83000 · Grenoble 38000 · Dijon 21000 · Angers 49000 · Nîmes 30000 · Clermont-Ferrand 63000
    · Le Mans 72000 · Aix-en-Provence 13100 · Brest 29200 · Tours 37000 · Amiens 80000 · Limoges 87000 · Annecy 74000
    · Perpignan 66000 · Metz 57000 · Besançon 25000 · Orléans 45000 · Rouen 76000 · Caen 14000 · Nancy 54000`,
    /\b\d{5}\b/g,
  ),
  streets:
    list(`rue de la République · rue Victor-Hugo · rue Pasteur · avenue Jean-Jaurès · rue de l’Église · rue du Moulin ·
    place de la Mairie · rue des Écoles · boulevard Gambetta · chemin des Vignes · rue Saint-Michel · allée des Tilleuls · quai des Brumes ·
    impasse du Lavoir · rue Molière`),
  addressForm: '{number}, {street}',
  mailDomains: ['courriel.example', 'boite-aux-lettres.example', 'lapetiteposte.example'],
  firmForms: [
    '{trade} {name} SARL',
    '{trade} {name} et Fils',
    '{trade} de {town} SAS',
    'Établissements {name}',
    '{name} {trade} SA',
  ],
  trades:
    list(`Transports · Boulangerie · Menuiserie · Plomberie · Électricité · Bâtiment · Ambulances · Imprimerie · Vins · Jardins ·
    Fromagerie · Déménagements · Peinture · Fleurs · Taxis`),
  titles: list(
    'Responsable de flotte · Comptable · Responsable des achats · Chef d’équipe · Responsable logistique · Juriste',
  ),
};
