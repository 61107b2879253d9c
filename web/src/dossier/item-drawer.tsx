import { getInstructions } from '../../../contract/desk.ts';
import { getInteraction, type Interaction } from '../../../contract/interactions.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { paths } from '../paths.ts';
import { useMay } from '../session/session.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { CopyText } from '../ui/copy-text.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { Link } from '../ui/link.tsx';
import { Drawer } from '../ui/modal.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Facts } from '../ui/stat.tsx';
import { When } from '../ui/values.tsx';
import { ItemForm } from './item-form.tsx';
import { ItemParty, ItemState } from './item-state.tsx';
import { texts } from './texts/texts.ts';
import { useSettle } from './use-settle.ts';
import './dossier.css';

/** What the action says is to be done about this record. */
function Instructions({ id }: { id: Interaction['id'] }) {
  const t = useTexts(texts);
  const { data } = useEndpoint(getInstructions, { id });
  if (!data?.text) return null;
  return (
    <Section title={t('instructions')}>
      <p className="dossier-words">{data.text}</p>
      {data.directLink ? <CopyText label={t('directLink')} text={data.directLink} /> : null}
    </Section>
  );
}

/** One dossier item: about whom, how it stands, and its words to be changed. */
export function ItemDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const t = useTexts(texts);
  const mayEdit = useMay('crm.edit');
  const settle = useSettle();
  const { data: item, problem } = useEndpoint(getInteraction, { id: (id ?? '') as never }, { when: id !== null });
  const facts = item
    ? [
        { label: t('about'), value: <ItemParty party={item.party} /> },
        ...(item.campaign
          ? [{ label: t('campaign'), value: <Link href={paths.campaign(item.campaign.id)}>{item.campaign.name}</Link> }]
          : []),
        { label: t('made'), value: <When at={item.createdAt} /> },
        ...(item.outcome ? [{ label: t('outcome'), value: t(`outcome_${item.outcome}` as 'outcome_reached') }] : []),
        ...(item.doneAt ? [{ label: t('done'), value: <When at={item.doneAt} /> }] : []),
        ...(mayEdit ? [] : [{ label: t('body'), value: item.body ?? '–' }]),
      ]
    : [];
  return (
    <Drawer open={id !== null} onClose={onClose} title={item?.type.name ?? t('item')}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      {!item && !problem ? <Skeleton lines={8} /> : null}
      {item ? (
        <Stack>
          <Row spread="between">
            <ItemState item={item} />
            {mayEdit ? (
              <Row gap="small">
                {item.state === 'open' ? (
                  <>
                    <Button size="small" onClick={() => settle([item.id], 'cancelled')}>
                      {t('markCancelled')}
                    </Button>
                    <Button size="small" look="primary" onClick={() => settle([item.id], 'done')}>
                      {t('markDone')}
                    </Button>
                  </>
                ) : (
                  <Button size="small" onClick={() => settle([item.id], 'open', item.state)}>
                    {t('reopen')}
                  </Button>
                )}
              </Row>
            ) : null}
          </Row>
          <Facts facts={facts} />
          {item.line && item.type.work ? <Instructions id={item.id} /> : null}
          {mayEdit ? <ItemForm key={item.id} item={item} onDone={onClose} /> : null}
        </Stack>
      ) : null}
    </Drawer>
  );
}
