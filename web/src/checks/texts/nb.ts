import type { TextsIn } from '../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  check_alignment: 'Avsenderens domene',
  check_spf: 'SPF',
  check_dkim: 'DKIM',
  check_dmarc: 'DMARC',
  aligned: 'Avsender og retur hører til samme domene.',
  bounces_elsewhere:
    'Retur går til et annet domene, så SPF sier ikke noe om avsenderen. Signer med DKIM, eller bruk en returadresse i avsenderens domene.',
  from_mailbox_provider:
    'Avsenderadressen er hos en e-posttilbyder, som avviser slik post fra andre servere. Bruk et eget domene.',
  spf_found: 'Domenet sier hvilke servere som sender for det.',
  no_spf: 'Domenet sier ikke hvilke servere som sender for det. Publiser en SPF-oppføring som nevner din.',
  several_spf: 'Det finnes flere SPF-oppføringer, så ingen gjelder. Behold én.',
  spf_allows_all: 'SPF-oppføringen lar alle sende. Avslutt den med -all eller ~all.',
  dkim_signs: 'Meldinger signeres, og nøkkelen er publisert.',
  dkim_by_provider: 'Tilbyderen din skal signere for domenet; det kan ikke ses herfra.',
  no_dkim: 'Meldinger signeres ikke. Lag en nøkkel og slå på signering.',
  dkim_not_found: 'Meldinger signeres, men DNS viser ikke nøkkelen. Publiser den, eller slå av signering.',
  dmarc_found: 'Domenet sier hva som skal skje med post som ikke er fra det.',
  no_dmarc: 'Det finnes ingen DMARC-oppføring. Store tilbydere krever det; v=DMARC1; p=none er en begynnelse.',
  dns_silent: 'DNS svarte ikke. Se igjen senere.',
};
