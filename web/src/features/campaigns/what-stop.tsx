import { useState } from 'react';
import { listSendingAccounts } from '../../../../contract/accounts.ts';
import { WORK_CHANNELS } from '../../../../contract/action-work.ts';
import { sells } from '../../../../contract/campaigns.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/alert.tsx';
import { Section } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Sharing } from './account-sharing.tsx';
import { useHere } from './campaign-context.ts';
import { DirectLinkFields } from './direct-link-fields.tsx';
import { DossierType } from './dossier-type.tsx';
import { LetterPlanForm } from './letter-plan-form.tsx';
import { letterTexts } from './letter-texts/texts.ts';
import { Message } from './message.tsx';
import { SalesPlanForm } from './sales-plan-form.tsx';
import { salesTexts } from './sales-texts/texts.ts';
import { SenderChoice } from './sender-choice.tsx';
import { texts } from './texts/texts.ts';
import { useSaveAction } from './use-save-action.ts';
import { UtmFields } from './utm-fields.tsx';
import { isGoing } from './words.tsx';
import { WorkStop } from './work-stop.tsx';

/** What it says, and from whom. */
export function WhatStop() {
  const t = useTexts(texts);
  const { campaign, action } = useHere();
  const locked = !campaign.may.edit || isGoing(action.state);
  if (WORK_CHANNELS.includes(action.channel)) return <WorkStop disabled={locked} />;
  const printed = action.channel === 'letter';
  return (
    <Stack>
      {isGoing(action.state) ? <Alert tone="accent">{t('lockedUnderWay')}</Alert> : null}
      {sells(action.channel) ? (
        <SalesPlanForm locked={locked || action.state === 'scheduled'} />
      ) : (
        <>
          {printed ? <LetterPlanForm locked={locked || action.state === 'scheduled'} /> : null}
          <Section title={t('message')}>
            <Message disabled={locked} />
          </Section>
        </>
      )}
      <fieldset className="plain-fieldset" disabled={locked}>
        {sells(action.channel) ? (
          <DealOwner />
        ) : printed ? (
          <>
            <DirectLinkFields />
            <Signatory />
          </>
        ) : (
          <>
            <DirectLinkFields />
            <UtmFields />
            <Sender />
          </>
        )}
        <DossierType />
      </fieldset>
    </Stack>
  );
}

/** E14: whose the deals are. */
function DealOwner() {
  const t = useTexts(salesTexts);
  const { save, problem } = useSaveAction();
  return (
    <Section title={t('owner')} text={t('ownerText')}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      <SenderChoice label={t('ownerPolicy')} save={save} />
    </Section>
  );
}

/** E14: who signs. */
function Signatory() {
  const t = useTexts(letterTexts);
  const c = useTexts(texts);
  const { save, problem } = useSaveAction();
  return (
    <Section title={t('sender')} text={t('senderText')}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      <SenderChoice label={c('senderPolicy')} save={save} />
    </Section>
  );
}

/** E14: who it is from, and through which account it leaves (O16). */
function Sender() {
  const t = useTexts(texts);
  const { action } = useHere();
  const { save, problem } = useSaveAction();
  const [sharing, setSharing] = useState(action.accountSharing);
  const accounts = useEndpoint(listSendingAccounts, {
    channel: action.channel === 'sms' ? 'sms' : 'email',
    accountDirection: 'sending',
    limit: 200,
  });
  const choices = (accounts.data?.rows ?? []).map(({ id, name, fromAddress, fromName, paused }) => ({
    value: id,
    label: [name, fromAddress ?? fromName, paused ? t('accountPaused') : null].filter(Boolean).join(' · '),
  }));
  return (
    <Section title={t('sender')} text={t('senderText')}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      <SenderChoice label={t('senderPolicy')} save={save} />
      <SelectField
        label={t('sendingAccount')}
        hint={
          accounts.data?.rows.length === 0 ? (
            <Link href={action.channel === 'sms' ? paths.newSmsAccount() : paths.newSendingAccount()}>
              {t('makeAccount')}
            </Link>
          ) : (
            t(action.channel === 'sms' ? 'smsAccountHint' : 'sendingAccountHint')
          )
        }
        choices={choices}
        nothing={t('chooseAccount')}
        value={action.sendingAccountId}
        onChange={(sendingAccountId) => save({ sendingAccountId })}
      />
      {action.sendingAccountId ? (
        <Sharing
          accounts={accounts.data?.rows ?? []}
          sharing={sharing}
          change={(accountSharing) => {
            setSharing(accountSharing);
            save({ accountSharing });
          }}
        />
      ) : null}
    </Section>
  );
}
