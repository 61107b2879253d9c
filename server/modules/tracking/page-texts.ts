import { frenchSpacesIn } from '../../../contract/french-spaces.ts';
import type { Language } from '../../../contract/messages/index.ts';

interface PageTexts {
  leave: string;
  writtenTo: string;
  whatToLeave: string;
  campaign: string;
  campaignHint: string;
  topic: string;
  topicHint: string;
  email: string;
  sms: string;
  everything: string;
  everythingHint: string;
  doLeave: string;
  keep: string;
  choose: string;
  left: string;
  leftCampaign: string;
  leftTopic: string;
  leftEverything: string;
  alreadyCampaign: string;
  alreadyTopic: string;
  alreadyEverything: string;
  underWay: string;
  undo: string;
  changeChoice: string;
  kept: string;
  keptText: string;
  back: string;
  backText: string;
  stillOut: string;
  stillOutText: string;
  test: string;
  testText: string;
  gone: string;
  goneText: string;
  tracked: string;
  untrack: string;
  untracked: string;
  untrackedText: string;
}

/** `{address}` is the masked address, `{topic}` and `{company}` names, `{by}` the channel's own words. */
export const PAGE_TEXTS: Record<Language, PageTexts> = {
  en: {
    leave: 'Unsubscribe',
    writtenTo: 'The message you came from was sent to {address}.',
    whatToLeave: 'What would you like to leave?',
    campaign: 'This campaign',
    campaignHint: 'The message you came from and everything that would follow it.',
    topic: '{topic}',
    topicHint: 'Everything about this topic {by}, this campaign included.',
    email: 'by e-mail',
    sms: 'by SMS',
    everything: 'All advertising from {company}',
    everythingHint: 'Whatever the topic. Messages you need, such as invoices, still reach you.',
    doLeave: 'Unsubscribe',
    keep: 'Keep me subscribed',
    choose: 'Choose what you would like to leave.',
    left: 'You are unsubscribed',
    leftCampaign: '{address} gets nothing more from this campaign.',
    leftTopic: '{address} gets nothing more about {topic}.',
    leftEverything: '{address} gets no more advertising from {company}.',
    alreadyCampaign: 'You have left this campaign.',
    alreadyTopic: 'You have left {topic}.',
    alreadyEverything: 'You have left all advertising from {company}.',
    underWay: 'It holds from now on. A message that is on its way already may still arrive.',
    undo: 'I clicked by mistake, bring me back',
    changeChoice: 'Leave something else',
    kept: 'You stay subscribed',
    keptText: 'Nothing has changed for {address}.',
    back: 'Welcome back',
    backText: 'What you left with this link is taken back. {address} gets messages again.',
    stillOut: 'You are still unsubscribed',
    stillOutText: 'You left with another message too. Use the link in that message, or write to {company}.',
    test: 'This was a test message',
    testText: 'Nothing has been changed: links in test messages only show what people will see.',
    gone: 'This link does not work',
    goneText:
      'It is incomplete or no longer valid. Open the link in the message once more; if you copied it, copy all of it.',
    tracked: 'We notice whether you open our messages and which links you follow.',
    untrack: 'Stop noticing',
    untracked: 'We no longer notice',
    untrackedText:
      'Nobody notices any more whether you open messages from {company} or which links you follow. That holds for the messages you already have, too. You still get them.',
  },
  nb: {
    leave: 'Meld deg av',
    writtenTo: 'Meldingen du kom fra, ble sendt til {address}.',
    whatToLeave: 'Hva vil du melde deg av?',
    campaign: 'Denne kampanjen',
    campaignHint: 'Meldingen du kom fra, og alt som ville ha fulgt etter den.',
    topic: '{topic}',
    topicHint: 'Alt om dette emnet {by}, også denne kampanjen.',
    email: 'på e-post',
    sms: 'på SMS',
    everything: 'All reklame fra {company}',
    everythingHint: 'Uansett emne. Meldinger du trenger, som fakturaer, får du fortsatt.',
    doLeave: 'Meld meg av',
    keep: 'Fortsett å få meldinger',
    choose: 'Velg hva du vil melde deg av.',
    left: 'Du er meldt av',
    leftCampaign: '{address} får ikke mer fra denne kampanjen.',
    leftTopic: '{address} får ikke mer om {topic}.',
    leftEverything: '{address} får ikke mer reklame fra {company}.',
    alreadyCampaign: 'Du har meldt deg av denne kampanjen.',
    alreadyTopic: 'Du har meldt deg av {topic}.',
    alreadyEverything: 'Du har meldt deg av all reklame fra {company}.',
    underWay: 'Det gjelder fra nå av. En melding som allerede er på vei, kan fortsatt komme fram.',
    undo: 'Jeg trykket feil, ta meg med igjen',
    changeChoice: 'Meld deg av noe annet',
    kept: 'Du blir værende',
    keptText: 'Ingenting er endret for {address}.',
    back: 'Velkommen tilbake',
    backText: 'Avmeldingen via denne lenken er trukket tilbake. {address} får meldinger igjen.',
    stillOut: 'Du er fortsatt meldt av',
    stillOutText: 'Du meldte deg også av via en annen melding. Bruk lenken i den, eller skriv til {company}.',
    test: 'Dette var en testmelding',
    testText: 'Ingenting er endret: lenker i testmeldinger viser bare hva folk kommer til å se.',
    gone: 'Denne lenken virker ikke',
    goneText:
      'Den er ufullstendig eller ikke lenger gyldig. Åpne lenken i meldingen på nytt; kopierte du den, så ta med alt.',
    tracked: 'Vi registrerer om du åpner meldingene våre og hvilke lenker du følger.',
    untrack: 'Slutt å registrere',
    untracked: 'Vi registrerer det ikke lenger',
    untrackedText:
      'Ingen registrerer lenger om du åpner meldinger fra {company} eller hvilke lenker du følger. Det gjelder også meldingene du allerede har fått. Du får dem fortsatt.',
  },
  pl: {
    leave: 'Rezygnacja z wiadomości',
    writtenTo: 'Wiadomość, z której prowadził link, wysłano na adres {address}.',
    whatToLeave: 'Z czego chcesz zrezygnować?',
    campaign: 'Z tej kampanii',
    campaignHint: 'Z tej wiadomości i wszystkich kolejnych w tej kampanii.',
    topic: '{topic}',
    topicHint: 'Ze wszystkich wiadomości na ten temat {by}, łącznie z tą kampanią.',
    email: 'e-mailem',
    sms: 'SMS-em',
    everything: 'Ze wszystkich reklam od {company}',
    everythingHint: 'Niezależnie od tematu. Potrzebne wiadomości, na przykład faktury, nadal będą przychodzić.',
    doLeave: 'Rezygnuję',
    keep: 'Chcę nadal otrzymywać',
    choose: 'Wybierz, z czego chcesz zrezygnować.',
    left: 'Rezygnacja przyjęta',
    leftCampaign: 'Na adres {address} nie wyślemy już nic w ramach tej kampanii.',
    leftTopic: 'Na adres {address} nie wyślemy już nic na temat: {topic}.',
    leftEverything: '{company} nie wyśle już reklam na adres {address}.',
    alreadyCampaign: 'Zrezygnowano już z tej kampanii.',
    alreadyTopic: 'Zrezygnowano już z tematu: {topic}.',
    alreadyEverything: 'Zrezygnowano już ze wszystkich reklam od {company}.',
    underWay: 'Obowiązuje od tej chwili. Wiadomość, która jest już w drodze, może jeszcze dotrzeć.',
    undo: 'To pomyłka, chcę nadal otrzymywać',
    changeChoice: 'Zrezygnuj z czegoś innego',
    kept: 'Subskrypcja pozostaje',
    keptText: 'Dla adresu {address} nic się nie zmieniło.',
    back: 'Witamy ponownie',
    backText: 'Cofnięto rezygnację złożoną tym linkiem. Adres {address} znów będzie otrzymywać wiadomości.',
    stillOut: 'Rezygnacja nadal obowiązuje',
    stillOutText:
      'Zrezygnowano także za pomocą innej wiadomości. Użyj linku z tamtej wiadomości albo napisz do {company}.',
    test: 'To była wiadomość testowa',
    testText: 'Nic się nie zmieniło: linki w wiadomościach testowych tylko pokazują, co zobaczą odbiorcy.',
    gone: 'Ten link nie działa',
    goneText:
      'Jest niepełny albo stracił ważność. Otwórz go ponownie z wiadomości, a jeśli był kopiowany, skopiuj go w całości.',
    tracked: 'Odnotowujemy, czy otwierasz nasze wiadomości i które linki wybierasz.',
    untrack: 'Proszę tego nie robić',
    untracked: 'Już tego nie odnotowujemy',
    untrackedText:
      'Nikt już nie odnotowuje, czy otwierasz wiadomości od {company} ani które linki wybierasz. Dotyczy to także wiadomości, które już masz. Nadal będą przychodzić.',
  },
  fr: frenchSpacesIn({
    leave: 'Se désabonner',
    writtenTo: 'Le message d’où vous venez a été envoyé à {address}.',
    whatToLeave: 'Que souhaitez-vous quitter ?',
    campaign: 'Cette campagne',
    campaignHint: 'Le message d’où vous venez et tout ce qui devait le suivre.',
    topic: '{topic}',
    topicHint: 'Tout sur ce thème {by}, cette campagne comprise.',
    email: 'par e-mail',
    sms: 'par SMS',
    everything: 'Toute publicité de {company}',
    everythingHint: 'Quel que soit le thème. Les messages nécessaires, comme les factures, vous parviendront toujours.',
    doLeave: 'Me désabonner',
    keep: 'Continuer à recevoir',
    choose: 'Choisissez ce que vous souhaitez quitter.',
    left: 'Désabonnement enregistré',
    leftCampaign: '{address} ne recevra plus rien de cette campagne.',
    leftTopic: '{address} ne recevra plus rien sur : {topic}.',
    leftEverything: '{address} ne recevra plus de publicité de {company}.',
    alreadyCampaign: 'Vous avez quitté cette campagne.',
    alreadyTopic: 'Vous avez quitté le thème : {topic}.',
    alreadyEverything: 'Vous avez quitté toute publicité de {company}.',
    underWay: 'C’est valable dès maintenant. Un message déjà parti peut encore vous parvenir.',
    undo: 'C’était une erreur, réabonnez-moi',
    changeChoice: 'Quitter autre chose',
    kept: 'Votre abonnement continue',
    keptText: 'Rien n’a changé pour {address}.',
    back: 'Bon retour parmi nous',
    backText: 'Le désabonnement fait par ce lien est annulé. {address} recevra de nouveau nos messages.',
    stillOut: 'Votre désabonnement reste valable',
    stillOutText: 'Il a aussi été demandé par un autre message. Utilisez le lien de celui-ci, ou écrivez à {company}.',
    test: 'C’était un message d’essai',
    testText: 'Rien n’a changé : les liens d’un message d’essai montrent seulement ce que verront les destinataires.',
    gone: 'Ce lien ne fonctionne pas',
    goneText:
      'Il est incomplet ou n’est plus valable. Rouvrez-le depuis le message ; si vous l’avez copié, copiez-le en entier.',
    tracked: 'Nous relevons si vous ouvrez nos messages et quels liens vous suivez.',
    untrack: 'Ne plus le relever',
    untracked: 'Nous ne le relevons plus',
    untrackedText:
      'Plus personne ne relève si vous ouvrez les messages de {company} ni quels liens vous suivez. Cela vaut aussi pour les messages déjà reçus. Vous continuerez à les recevoir.',
  }),
};

export type PageText = keyof PageTexts;
