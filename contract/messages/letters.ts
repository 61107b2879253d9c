import type { Messages } from './languages.ts';

export const lettersMessages = {
  letter_no_layout: {
    en: 'No layout is chosen for the letters. Choose one under What.',
    nb: 'Det er ikke valgt noe oppsett for brevene. Velg et under Hva.',
    pl: 'Nie wybrano układu listów. Wybierz go w kroku Co.',
    fr: 'Aucune mise en page n’est choisie pour les courriers. Choisissez-en une sous Quoi.',
  },
  letter_code_mistyped: {
    en: 'This is no code of a letter. Type the twelve figures under the bars again.',
    nb: 'Dette er ikke koden til et brev. Skriv de tolv sifrene under strekene på nytt.',
    pl: 'To nie jest kod listu. Wpisz ponownie dwanaście cyfr spod kresek.',
    fr: 'Ce n’est pas le code d’un courrier. Saisissez de nouveau les douze chiffres sous les barres.',
  },
  letter_code_unknown: {
    en: 'No letter here has the code {code}. Check whether it comes from another system.',
    nb: 'Ingen brev her har koden {code}. Sjekk om det kommer fra et annet system.',
    pl: 'Żaden list nie ma tu kodu {code}. Sprawdź, czy nie pochodzi z innego systemu.',
    fr: 'Aucun courrier n’a ici le code {code}. Vérifiez s’il vient d’un autre système.',
  },
  letter_batch_taken: {
    en: '{by} has taken this batch to print it. To print it a second time, make a reprint with a name of its own.',
    nb: '{by} har hentet denne bunken for utskrift. Lag en ny utskrift med eget navn for å skrive den ut én gang til.',
    pl: '{by} pobrał(a) już tę partię do druku. Aby wydrukować ją drugi raz, utwórz ponowny wydruk z własną nazwą.',
    fr: '{by} a déjà pris ce lot pour l’imprimer. Pour l’imprimer une seconde fois, faites une réimpression avec un nom à elle.',
  },
  logo_unreadable: {
    en: 'This picture cannot be printed. Save it anew as PNG or JPEG and choose it again.',
    nb: 'Dette bildet kan ikke skrives ut. Lagre det på nytt som PNG eller JPEG og velg det igjen.',
    pl: 'Tego obrazu nie można wydrukować. Zapisz go ponownie jako PNG lub JPEG i wybierz jeszcze raz.',
    fr: 'Cette image ne peut pas être imprimée. Enregistrez-la de nouveau en PNG ou JPEG et choisissez-la encore.',
  },
  unknown_merge_field: {
    en: 'There is no field “{name}” any more. Take it out of the list.',
    nb: 'Feltet «{name}» finnes ikke lenger. Ta det ut av listen.',
    pl: 'Pola „{name}” już nie ma. Usuń je z listy.',
    fr: 'Le champ « {name} » n’existe plus. Retirez-le de la liste.',
  },
} as const satisfies Messages;
