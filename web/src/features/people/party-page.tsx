import { IconEdit, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMay } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Columns, Stack } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Facts } from '../../ui/stat.tsx';
import { texts } from './texts/texts.ts';

interface Crumb {
  label: string;
  href: string;
}

interface PartyPageProps {
  name: string;
  crumb: Crumb;
  mark?: ReactNode | undefined;
  facts: readonly { label: string; value: ReactNode }[];
  /** The form that changes it, closed by `done`. */
  form: (done: () => void) => ReactNode;
  /** The question before it is deleted, and what deletes it. */
  remove: { title: string; text: string; action: string; busy: boolean; run: () => void };
  /** Buttons before Delete and Edit. */
  actions?: ReactNode | undefined;
  children: ReactNode;
}

/** The page of a contact, company, lead or asset: its details, edited in place, and what hangs on it. */
export function PartyPage({ name, crumb, mark, facts, form, remove, actions, children }: PartyPageProps) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const mayEdit = useMay('crm.edit');
  const [editing, setEditing] = useState(false);
  const askAndRemove = async () => {
    const { title, text, action } = remove;
    if (await confirm({ title, text, action, danger: true })) remove.run();
  };
  const done = () => setEditing(false);
  const buttons = mayEdit ? (
    <>
      {actions}
      <Button icon={<IconTrash size={16} />} busy={remove.busy} onClick={() => void askAndRemove()}>
        {common('delete')}
      </Button>
      <Button icon={<IconEdit size={16} />} disabled={editing} onClick={() => setEditing(true)}>
        {common('edit')}
      </Button>
    </>
  ) : undefined;
  return (
    <Page title={name} crumbs={[crumb]} actions={buttons} mark={mark}>
      <Columns
        asideLabel={t('details')}
        side="left"
        aside={
          <Card title={t('details')}>
            <Facts facts={[...facts]} />
          </Card>
        }
      >
        <Stack gap="none">
          {editing ? <Section title={common('edit')}>{form(done)}</Section> : null}
          {children}
        </Stack>
      </Columns>
    </Page>
  );
}

/** Before it is there, or when it isn't. */
export function PartyWaiting({ crumb, problem }: { crumb: Crumb; problem: { message: string } | null | undefined }) {
  return (
    <Page title={crumb.label} crumbs={[crumb]}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : <Skeleton lines={8} />}
    </Page>
  );
}
