import {
  DKIM_ALGORITHMS,
  type DkimAlgorithm,
  type DkimKeys,
  getDkim,
  getSendingAccount,
  makeDkimKey,
  type SendingAccount,
  setDkimSigning,
} from '../../../../contract/accounts.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { Switch } from '../../form/toggle-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Status } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Text } from '../../ui/text.tsx';
import { texts } from './texts/texts.ts';
import './settings-accounts.css';

type Key = DkimKeys['keys'][number];

const TONES = { yes: 'good', no: 'warn', another: 'bad', unknown: 'neutral' } as const;

/** The keys that the account's messages are signed with, and what to publish for them. */
export function DkimCard({ account }: { account: SendingAccount }) {
  const t = useTexts(texts);
  const { data, problem } = useEndpoint(getDkim, { id: account.id });
  return (
    <Card title={t('dkim')}>
      {data ? (
        <Stack>
          <Text tone="quiet" size="small">
            {t('dkimText', { domain: data.domain })} {account.nature === 'relay' ? t('dkimRelay') : ''}
          </Text>
          {DKIM_ALGORITHMS.map((algorithm) => (
            <KeyPart
              key={algorithm}
              account={account}
              algorithm={algorithm}
              made={data.keys.find((one) => one.algorithm === algorithm)}
            />
          ))}
        </Stack>
      ) : problem ? (
        <Alert tone="bad">{problem.message}</Alert>
      ) : (
        <Skeleton lines={3} />
      )}
    </Card>
  );
}

interface KeyPartProps {
  account: SendingAccount;
  algorithm: DkimAlgorithm;
  made: Key | undefined;
}

function KeyPart({ account: { id }, algorithm, made }: KeyPartProps) {
  const t = useTexts(texts);
  const make = useAction(makeDkimKey, { invalidate: [getDkim, getSendingAccount], done: t('dkimMade') });
  const makeAgain = async () => {
    const question = { title: t('dkimAgainTitle'), text: t('dkimAgainText'), action: t('dkimAgain'), danger: true };
    if (!made?.signing || (await confirm(question))) make.run({ id, algorithm });
  };
  return (
    <section className="dkim-key" aria-label={t(`dkim_${algorithm}`)}>
      <Stack gap="small">
        <Row spread="between">
          <strong>{t(`dkim_${algorithm}`)}</strong>
          <Button size="small" look={made ? 'quiet' : 'default'} busy={make.busy} onClick={() => void makeAgain()}>
            {t(made ? 'dkimAgain' : 'dkimMake')}
          </Button>
        </Row>
        {made ? (
          <Made id={id} made={made} />
        ) : (
          <Text tone="quiet" size="small">
            {t(`dkimHint_${algorithm}`)}
          </Text>
        )}
      </Stack>
    </section>
  );
}

function Made({ id, made }: { id: SendingAccount['id']; made: Key }) {
  const t = useTexts(texts);
  const { algorithm, signing, published, fits, name, value } = made;
  const sign = useAction(setDkimSigning, { invalidate: [getDkim, getSendingAccount] });
  const { again } = useEndpoint(getDkim, { id });
  return (
    <>
      <Row spread="between">
        <Status tone={fits ? TONES[published] : 'bad'}>{t(fits ? `dkimState_${published}` : 'dkimMisfit')}</Status>
        <Button size="small" look="quiet" onClick={again}>
          {t('dkimLook')}
        </Button>
      </Row>
      <Switch
        label={t('dkimSign')}
        value={signing}
        onChange={(wanted) => sign.run({ id, algorithm, signing: wanted })}
      />
      <Text tone="quiet" size="small">
        {t('dkimPublish')}
      </Text>
      <CopyText label={t('dkimName')} text={name} />
      <CopyText label={t('dkimValue')} text={value} />
    </>
  );
}
