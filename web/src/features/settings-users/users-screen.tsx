import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { getSeats, listUsers, USER_STATUSES, type User } from '../../../../contract/access.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Badge, Status } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { useSearchState } from '../../url.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { type Invitation, LinkDialog } from './link-dialog.tsx';
import { RoleCell } from './role-cell.tsx';
import { SeatCell } from './seat-cell.tsx';
import { texts } from './texts/texts.ts';
import { UserMenu } from './user-menu.tsx';
import { UserName } from './user-name.tsx';

const TONES = { active: 'good', invited: 'accent', disabled: 'neutral' } as const;

/** Everybody who may sign in, with role, modules and status in the row. */
export function UsersScreen() {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const [search, change] = useSearchState<{ status?: (typeof USER_STATUSES)[number] | undefined }>();
  const [inviting, setInviting] = useState(false);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const invite = (
    <Button look="primary" icon={<IconUserPlus size={16} />} onClick={() => setInviting(true)}>
      {t('invite')}
    </Button>
  );
  const columns: Column<User>[] = [
    { key: 'name', header: t('name'), cell: (row) => <UserName user={row} />, sort: true, always: true, width: 15 },
    { key: 'email', header: t('email'), cell: (row) => row.email, sort: true, hidden: true, width: 16 },
    { key: 'role', header: t('role'), cell: (row) => <RoleCell user={row} />, sort: true, width: 10 },
    { key: 'modules', header: t('modules'), cell: (row) => <SeatCell user={row} />, width: 9 },
    {
      key: 'status',
      header: t('status'),
      cell: (row) => <Status tone={TONES[row.status]}>{t(row.status)}</Status>,
      width: 7,
    },
    {
      key: 'actions',
      header: common('actions'),
      cell: (row) => <UserMenu user={row} onLink={setInvitation} />,
      width: 6,
      align: 'end',
    },
  ];
  return (
    <Page title={t('users')} text={t('text')} mark={<SeatsMark />} actions={invite}>
      <DataTable
        label={t('users')}
        source={listUsers}
        input={{ status: search.status }}
        columns={columns}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        sorted={{ sort: 'name', direction: 'asc' }}
        searchHint={t('searchHint')}
        filters={
          <SelectField
            label={t('status')}
            hideLabel
            clearable
            nothing={t('anyStatus')}
            choices={USER_STATUSES.map((value) => ({ value, label: t(value) }))}
            value={search.status ?? null}
            onChange={(status) => change({ status: status ?? undefined })}
          />
        }
        empty={<EmptyState title={t('empty')} text={t('emptyText')} action={invite} />}
      />
      <InviteDialog
        open={inviting}
        onClose={() => setInviting(false)}
        onInvited={(created) => {
          setInviting(false);
          setInvitation(created);
        }}
      />
      <LinkDialog invitation={invitation} onClose={() => setInvitation(null)} />
    </Page>
  );
}

/** "3 of 5 seats". */
function SeatsMark() {
  const t = useTexts(texts);
  const { data } = useEndpoint(getSeats, {});
  if (!data) return null;
  const { given, seats } = data;
  if (seats === null) return <Badge>{t('seatsGiven', { count: given })}</Badge>;
  return <Badge tone={given >= seats ? 'warn' : 'neutral'}>{t('seatsOf', { given, seats })}</Badge>;
}
