import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { PARTY_KINDS, type Party } from '../../../../contract/runs.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Modal } from '../../ui/modal.tsx';
import { Text } from '../../ui/text.tsx';
import { notify } from '../../ui/toast.tsx';
import { addresseeTexts } from './addressee-texts/texts.ts';
import { useHere } from './campaign-context.ts';
import { useHandPick } from './hand-picks.tsx';
import { type Made, NewRecord } from './new-record.tsx';
import { PartySearch } from './party-search.tsx';

const NEW = { contact: 'newContact', company: 'newCompany', lead: 'newLead' } as const;

/** E29: one by one from the database into the campaign; E31: who is not in the database yet is made there, and that is said. */
export function AddAddressees() {
  const t = useTexts(addresseeTexts);
  const [making, setMaking] = useState<Party['kind'] | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const { pick, busy } = useHandPick();
  const add = ({ party, name }: Made) => {
    setMade(null);
    pick('added', [party], () => notify.success(t('added', { name })));
  };
  return (
    <Stack gap="small">
      <div className="quick-add">
        <PartySearch label={t('quickAdd')} hint={t('quickAddHint')} onPick={(party, name) => add({ party, name })} />
        <div className="stack gap-small">
          <Text size="small" tone="quiet">
            {t('notThereYet')} {t('createsNote')}
          </Text>
          <Row>
            {PARTY_KINDS.map((kind) => (
              <Button
                key={kind}
                size="small"
                icon={<IconPlus size={14} stroke={1.75} />}
                onClick={() => setMaking(kind)}
              >
                {t(NEW[kind])}
              </Button>
            ))}
          </Row>
        </div>
      </div>
      {made ? (
        <Alert
          tone="good"
          title={t('createdTitle', { name: made.name })}
          action={
            <Row>
              <Button look="primary" busy={busy} onClick={() => add(made)}>
                {t('addToCampaign')}
              </Button>
              <Button onClick={() => setMade(null)}>{t('leaveOut')}</Button>
            </Row>
          }
        >
          {t('createdText')}
        </Alert>
      ) : null}
      {making ? (
        <Modal open onClose={() => setMaking(null)} title={t(NEW[making])}>
          <NewRecord
            kind={making}
            onCancel={() => setMaking(null)}
            onMade={(one) => {
              setMaking(null);
              setMade(one);
            }}
          />
        </Modal>
      ) : null}
    </Stack>
  );
}

/** E27: on top of the details. */
export function AddAddresseesButton() {
  const t = useTexts(addresseeTexts);
  const { campaign } = useHere();
  const [open, setOpen] = useState(false);
  if (!campaign.may.edit) return null;
  return (
    <Row spread="end">
      <Button icon={<IconPlus size={16} stroke={1.75} />} onClick={() => setOpen(true)}>
        {t('addAddressees')}
      </Button>
      <Modal open={open} onClose={() => setOpen(false)} title={t('addAddressees')}>
        <Stack>
          <AddAddressees />
          <Link href={paths.campaignWho(campaign.id)}>{t('byRules')}</Link>
        </Stack>
      </Modal>
    </Row>
  );
}
