import type { Messages } from './languages.ts';

export const salesMessages = {
  unknown_product: {
    en: 'This product does not exist any more. Choose another, or remove the line.',
    nb: 'Dette produktet finnes ikke lenger. Velg et annet, eller fjern linjen.',
    pl: 'Tego produktu już nie ma. Wybierz inny lub usuń pozycję.',
    fr: 'Ce produit n’existe plus. Choisissez-en un autre ou retirez la ligne.',
  },
  product_without_price: {
    en: '“{name}” has no price in {currency} today. Write a price on the line, or add it to a price list.',
    nb: '«{name}» har ingen pris i {currency} i dag. Skriv en pris på linjen, eller legg den i en prisliste.',
    pl: '„{name}” nie ma dziś ceny w {currency}. Wpisz cenę w pozycji albo dodaj ją do cennika.',
    fr: '« {name} » n’a pas de prix en {currency} aujourd’hui. Écrivez un prix sur la ligne ou ajoutez-le à un tarif.',
  },
  unknown_party: {
    en: 'This person or company does not exist any more. Choose another.',
    nb: 'Denne personen eller bedriften finnes ikke lenger. Velg en annen.',
    pl: 'Tej osoby lub firmy już nie ma. Wybierz inną.',
    fr: 'Cette personne ou entreprise n’existe plus. Choisissez-en une autre.',
  },
  no_sales_stage: {
    en: 'There is no stage in the pipeline yet. Add one under Settings, Sales stages.',
    nb: 'Det er ingen steg i salgsløpet ennå. Legg til ett under Innstillinger, Salgssteg.',
    pl: 'W lejku nie ma jeszcze etapu. Dodaj go w Ustawieniach, Etapy sprzedaży.',
    fr: 'Le pipeline n’a pas encore d’étape. Ajoutez-en une sous Paramètres, Étapes de vente.',
  },
  unknown_sales_stage: {
    en: 'This stage was removed from the pipeline. Choose another.',
    nb: 'Dette steget er fjernet fra salgsløpet. Velg et annet.',
    pl: 'Ten etap usunięto z lejka. Wybierz inny.',
    fr: 'Cette étape a été retirée du pipeline. Choisissez-en une autre.',
  },
  sales_stage_in_use: {
    en: 'There are {count} opportunities in “{name}”. Move them to another stage first.',
    nb: 'Det er {count} salgsmuligheter i «{name}». Flytt dem til et annet steg først.',
    pl: 'W etapie „{name}” są szanse ({count}). Najpierw przenieś je do innego.',
    fr: 'Il y a {count} opportunités dans « {name} ». Déplacez-les d’abord vers une autre étape.',
  },
  opportunity_closed: {
    en: 'This opportunity is closed, so it stays as it was. Reopen it to change it.',
    nb: 'Denne salgsmuligheten er lukket og blir som den var. Åpne den igjen for å endre den.',
    pl: 'Ta szansa jest zamknięta i pozostaje bez zmian. Otwórz ją ponownie, aby ją zmienić.',
    fr: 'Cette opportunité est close et reste telle quelle. Rouvrez-la pour la modifier.',
  },
  opportunity_open: {
    en: 'This opportunity is open already. Load the page again.',
    nb: 'Denne salgsmuligheten er allerede åpen. Last siden på nytt.',
    pl: 'Ta szansa jest już otwarta. Odśwież stronę.',
    fr: 'Cette opportunité est déjà ouverte. Rechargez la page.',
  },
  opportunity_of_campaign: {
    en: 'A campaign made this opportunity, and its report counts it. Close it as lost instead.',
    nb: 'En kampanje laget denne salgsmuligheten, og rapporten teller den. Lukk den som tapt i stedet.',
    pl: 'Tę szansę utworzyła kampania i liczy ją w raporcie. Zamknij ją raczej jako przegraną.',
    fr: 'Une campagne a créé cette opportunité, et son rapport la compte. Clôturez-la plutôt comme perdue.',
  },
  nothing_to_sell: {
    en: 'There is no product to offer yet. Add one under What.',
    nb: 'Det er ikke noe produkt å tilby ennå. Legg til ett under Hva.',
    pl: 'Nie ma jeszcze produktu do zaoferowania. Dodaj go w sekcji Co.',
    fr: 'Il n’y a encore aucun produit à proposer. Ajoutez-en un sous Quoi.',
  },
  company_country_needed: {
    en: 'VAT depends on the country the company is in. Choose it under Settings, Company.',
    nb: 'Merverdiavgiften avhenger av landet bedriften er i. Velg det under Innstillinger, Bedrift.',
    pl: 'VAT zależy od kraju firmy. Wybierz go w Ustawieniach, Firma.',
    fr: 'La TVA dépend du pays de l’entreprise. Choisissez-le sous Paramètres, Entreprise.',
  },
  no_vat_rate: {
    en: 'There is no VAT rate for the class “{class}” in {country}. Give it one under Settings, VAT and numbers, or change the product.',
    nb: 'Det er ingen mva.-sats for klassen «{class}» i {country}. Sett en under Innstillinger, Mva. og numre, eller endre produktet.',
    pl: 'Brak stawki VAT dla klasy „{class}” w {country}. Podaj ją w Ustawieniach, VAT i numery, albo zmień produkt.',
    fr: 'Il n’y a pas de taux de TVA pour la classe « {class} » en {country}. Donnez-en un sous Paramètres, TVA et numéros, ou changez le produit.',
  },
  offer_answered: {
    en: 'This offer is no longer open: it was answered or withdrawn meanwhile. Load the page again.',
    nb: 'Dette tilbudet er ikke lenger åpent: det er besvart eller trukket i mellomtiden. Last siden på nytt.',
    pl: 'Ta oferta nie jest już otwarta: w międzyczasie odpowiedziano na nią lub ją wycofano. Odśwież stronę.',
    fr: 'Cette offre n’est plus ouverte : on y a répondu ou elle a été retirée entre-temps. Rechargez la page.',
  },
  lost_reason_needed: {
    en: 'Say why it was lost, so that others can learn from it.',
    nb: 'Si hvorfor den gikk tapt, så andre kan lære av det.',
    pl: 'Napisz, dlaczego przegrana, aby inni mogli się czegoś nauczyć.',
    fr: 'Dites pourquoi elle est perdue, pour que d’autres en tirent la leçon.',
  },
  day_in_future: {
    en: 'This day has not come yet. Choose today or an earlier day.',
    nb: 'Denne dagen er ikke kommet ennå. Velg i dag eller en tidligere dag.',
    pl: 'Ten dzień jeszcze nie nadszedł. Wybierz dziś lub dzień wcześniejszy.',
    fr: 'Ce jour n’est pas encore venu. Choisissez aujourd’hui ou un jour passé.',
  },
  prices_changed_meanwhile: {
    en: 'Prices or opportunities have changed since the rehearsal. Rehearse again.',
    nb: 'Priser eller salgsmuligheter er endret siden prøven. Prøv igjen.',
    pl: 'Od próby zmieniły się ceny lub szanse. Wykonaj próbę ponownie.',
    fr: 'Des prix ou des opportunités ont changé depuis l’essai. Refaites un essai.',
  },
  too_many_to_reprice: {
    en: 'More than {most} lines at once. Narrow the list with a filter, or mark fewer.',
    nb: 'Mer enn {most} linjer på én gang. Snevre inn listen med et filter, eller merk færre.',
    pl: 'Więcej niż {most} pozycji naraz. Zawęź listę filtrem lub zaznacz mniej.',
    fr: 'Plus de {most} lignes à la fois. Affinez la liste avec un filtre ou cochez-en moins.',
  },
} as const satisfies Messages;
