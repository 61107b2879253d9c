import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  title: 'Lenker',
  text: 'Hver lenke blir oppsøkt én gang, slik mottakerens nettleser ville gjort. Lenker med et felt i seg er utelatt.',
  try: 'Prøv lenkene',
  tryAgain: 'Prøv igjen',
  none: 'Det er ingen lenke å prøve.',
  allAnswer_one: 'Den eneste lenken svarer.',
  allAnswer_other: 'Alle {count} lenkene svarer.',
  ok: 'Svarer',
  moved: 'Flyttet',
  not_found: 'Ikke funnet',
  refused: 'Avvist',
  unreachable: 'Ikke svar',
  insecure: 'Ikke trygg',
  inside: 'Ikke offentlig',
  untried: 'Ikke prøvd',
  movedHint: 'Den fører videre til {at}. Skriv den adressen mens den gamle ennå fører dit.',
  not_foundHint: 'Tjeneren kjenner ingen slik side. Rett adressen.',
  refusedHint: 'Tjeneren svarer med {status}. Åpne lenken selv: den kan likevel virke for folk.',
  unreachableHint: 'Ingen tjener svarer der. Rett adressen, eller prøv igjen senere.',
  insecureHint:
    'Tjenerens sertifikat er ikke gyldig: nettlesere advarer før de åpner siden. Forny det, eller bruk en annen adresse.',
  insideHint: 'Adressen hører til ditt eget nett eller til ingen. Mottakerne når den ikke.',
  untriedHint: 'Det var ikke tid igjen. Prøv igjen.',
};
