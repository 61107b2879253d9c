import type { TextsIn } from '../../../i18n/define-texts.ts';
import type { en } from './en.ts';

export const nb: TextsIn<'nb', typeof en> = {
  company: 'Firma',
  text: 'Hva firmaet heter, og hva som gjelder der ingen har valgt noe annet.',
  name: 'Firmanavn',
  nameHint: 'Mottakerne ser det på de offentlige sidene deres.',
  language: 'Språk',
  languageHint: 'For brukere som ikke har valgt et selv.',
  currency: 'Valuta',
  timeZone: 'Tidssone',
  timeZoneHint: 'Kampanjene planlegges i den.',
  seats: 'Plasser i kampanjemodulen',
  seatsHint:
    'Hvor mange brukere som kan ha den. La feltet stå tomt for ingen grense. Plassene deler du ut under Brukere og team.',
  seatsGiven_one: '{count} plass er delt ut.',
  seatsGiven_other: '{count} plasser er delt ut.',
  tracking: 'Hvem sine åpninger og klikk som registreres',
  trackingHint:
    'Meldinger til de andre har ingen sporingspiksel, og lenkene går rett fram. Avmeldingslenker virker alltid.',
  tracking_everyone: 'Alle som ikke har motsatt seg det',
  tracking_everyone_hint: 'Bare der loven gir et annet grunnlag enn samtykke.',
  tracking_consented: 'Bare de som har samtykket',
  tracking_consented_hint: 'Registreres på personen, atskilt fra samtykket til å få meldinger.',
  tracking_nobody: 'Ingen',
  tracking_nobody_hint: 'Rapportene kjenner da verken åpninger eller klikk.',
  sendTimes: 'Når vi sender',
  sendTimesText:
    'Gjelder for alle kampanjer uten egne tider. Det som er i gang, holder seg til tidene det ble startet med.',
  sendHours: 'Tider',
  sendAnyTime: 'Når som helst',
  sendSomeHours: 'Bare på bestemte tider',
  holidayCountry: 'Hvilket lands helligdager er våre',
  holidayCountryHint: 'Brukes bare der tidene utelater helligdager.',
  undoSeconds: 'Angrefrist',
  undoSecondsHint: 'Hvor lenge en utsendelse kan trekkes tilbake før den første meldingen går. 0: den går med en gang.',
  seconds: 's',
  lateMinutes: 'En forsinket start spør etter',
  lateMinutesHint: 'Når Fanfare var nede på planlagt tid og er senere enn dette, spør det i stedet for å sende.',
  minutes: 'min',
  approvals: 'Godkjenninger',
  approvalsText:
    'Over disse grensene må en annen person, en leder eller administrator, godkjenne det som sendes. Tomt: ingen blir spurt.',
  approvalRecipients: 'Flere mottakere enn',
  approvalCost: 'Høyere kostnad enn',
};
