import { IconCheck, IconPhoneCall } from '@tabler/icons-react';
import { useState } from 'react';
import { CALL_OUTCOMES } from '../../../../contract/desk.ts';
import {
  INTERACTION_STATES,
  type Interaction,
  listInteractions,
  listInteractionTypes,
} from '../../../../contract/interactions.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { UserField } from '../../crm-fields/user-field.tsx';
import { ItemDrawer } from '../../dossier/item-drawer.tsx';
import { ItemParty, ItemState } from '../../dossier/item-state.tsx';
import { texts as dossierTexts } from '../../dossier/texts/texts.ts';
import { useSettle } from '../../dossier/use-settle.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { texts } from './texts/texts.ts';

type Search = {
  /** Everybody's; without it, one's own. */
  all?: boolean | undefined;
  whose?: string | undefined;
  responsibleId?: string | undefined;
  state?: string | undefined;
  overdue?: string | undefined;
  typeId?: string | undefined;
  campaignId?: string | undefined;
  outcome?: string | undefined;
  field?: string | undefined;
  value?: string | undefined;
};

/** What is asked of the list: my open items, until somebody asks for others. */
const inputOf = ({ all, whose, state, ...rest }: Partial<Search>) => ({
  ...rest,
  ...(whose === 'nobody' ? { whose } : all || rest.responsibleId ? {} : { whose: 'mine' as const }),
  ...(state === 'all' ? {} : { state: state ?? 'open' }),
});

/** What it is about; a proof says so. */
function Subject({ item }: { item: Interaction }) {
  const t = useTexts(dossierTexts);
  return (
    <>
      {item.subject} {item.proof ? <Badge tone="accent">{t('proof')}</Badge> : null}
    </>
  );
}

function useColumns(): Column<Interaction>[] {
  const t = useTexts(texts);
  return [
    {
      key: 'subject',
      header: t('subject'),
      cell: (row) => <Subject item={row} />,
      sort: true,
      always: true,
      width: 15,
    },
    { key: 'party', header: t('about'), cell: (row) => <ItemParty party={row.party} />, sort: true, width: 13 },
    { key: 'type', header: t('type'), cell: (row) => row.type.name, sort: true, width: 10 },
    {
      key: 'dueAt',
      header: t('due'),
      cell: (row) => (row.dueAt ? <When at={row.dueAt} show="date" /> : t('noDue')),
      sort: true,
      width: 9,
    },
    { key: 'state', header: t('state'), cell: (row) => <ItemState item={row} />, width: 8 },
    {
      key: 'priority',
      header: t('priority'),
      cell: (row) => (row.priority === 'normal' ? '–' : t(`priority_${row.priority}`)),
      width: 7,
      hidden: true,
    },
    {
      key: 'responsible',
      header: t('responsible'),
      cell: (row) => row.responsible?.name ?? '–',
      sort: true,
      width: 11,
    },
    {
      key: 'campaign',
      header: t('campaign'),
      cell: (row) =>
        row.campaign ? (
          <Link look="quiet" href={paths.campaign(row.campaign.id)}>
            {row.campaign.name}
          </Link>
        ) : (
          '–'
        ),
      width: 12,
    },
    {
      key: 'createdAt',
      header: t('made'),
      cell: (row) => <When at={row.createdAt} show="date" />,
      sort: true,
      width: 9,
      hidden: true,
    },
  ];
}

function Filters({ search, change }: { search: Partial<Search>; change: (next: Partial<Search>) => void }) {
  const t = useTexts(texts);
  const states = useTexts(dossierTexts);
  const types = useEndpoint(listInteractionTypes, {}).data?.types ?? [];
  const whose = search.whose === 'nobody' ? 'nobody' : search.all ? 'all' : 'mine';
  return (
    <>
      {search.responsibleId ? (
        <UserField
          label={t('responsible')}
          hideLabel
          value={search.responsibleId}
          onChange={(id) => change({ responsibleId: id ?? undefined })}
        />
      ) : (
        <SelectField
          label={t('whose')}
          hideLabel
          choices={[
            { value: 'mine', label: t('mine') },
            { value: 'all', label: t('everybodys') },
            { value: 'nobody', label: t('nobodys') },
          ]}
          value={whose}
          onChange={(value) =>
            change({ all: value === 'all' || undefined, whose: value === 'nobody' ? 'nobody' : undefined })
          }
        />
      )}
      <SelectField
        label={t('state')}
        hideLabel
        choices={[
          ...INTERACTION_STATES.map((value) => ({ value: value as string, label: states(value) })),
          { value: 'overdue', label: t('overdueOnly') },
          { value: 'all', label: t('allStates') },
        ]}
        value={search.overdue ? 'overdue' : (search.state ?? 'open')}
        onChange={(value) =>
          change({
            overdue: value === 'overdue' ? 'true' : undefined,
            state: value === 'overdue' || value === 'open' ? undefined : (value ?? undefined),
          })
        }
      />
      <SelectField
        label={t('type')}
        hideLabel
        clearable
        nothing={t('allTypes')}
        choices={types.map(({ id, name }) => ({ value: id as string, label: name }))}
        value={search.typeId ?? null}
        onChange={(typeId) => change({ typeId: typeId ?? undefined })}
      />
      {search.outcome ? (
        <SelectField
          label={states('outcome')}
          hideLabel
          clearable
          choices={[
            ...CALL_OUTCOMES.map((value) => ({ value: value as string, label: states(`outcome_${value}`) })),
            { value: 'none', label: t('notCalled') },
          ]}
          value={search.outcome}
          onChange={(outcome) => change({ outcome: outcome ?? undefined })}
        />
      ) : null}
    </>
  );
}

/** Calls and to-dos: mine and open first, one key or click and they are done. */
export function TasksScreen() {
  const t = useTexts(texts);
  const [search, change] = useSearchState<Search>();
  const [open, setOpen] = useState<string | null>(null);
  const [mayEdit, mayExport] = [useMay('crm.edit'), useMay('crm.export')];
  const columns = useColumns();
  const settle = useSettle();
  const input = inputOf(search);
  return (
    <Page
      title={t('title')}
      text={t('text')}
      actions={
        mayEdit ? (
          <Button look="primary" icon={<IconPhoneCall size={16} />} href={paths.desk()}>
            {t('callDesk')}
          </Button>
        ) : undefined
      }
    >
      <DataTable
        label={t('title')}
        source={listInteractions}
        input={input as never}
        columns={columns}
        rowKey={(row) => row.id}
        rowName={(row) => row.subject}
        onOpen={(row) => setOpen(row.id)}
        onKey={(key, row) => {
          if (!mayEdit || key !== 'd') return false;
          settle([row.id], 'done', row.state);
          return true;
        }}
        sorted={{ sort: 'dueAt', direction: 'asc' }}
        searchHint={t('searchHint')}
        filters={<Filters search={search} change={change} />}
        bulk={
          mayEdit
            ? (picked) => (
                <Button
                  size="small"
                  look="primary"
                  icon={<IconCheck size={14} />}
                  onClick={() => {
                    settle(picked.keys, 'done');
                    picked.clear();
                  }}
                >
                  {t('done')}
                </Button>
              )
            : undefined
        }
        rowMenu={(row) => [
          mayEdit &&
            row.state === 'open' && {
              label: t('done'),
              icon: <IconCheck size={16} />,
              onClick: () => settle([row.id], 'done'),
            },
        ]}
        exportAt={mayExport ? '/api/interactions/export' : false}
        empty={<EmptyState title={t('nothing')} text={t('nothingText')} />}
      />
      <ItemDrawer id={open} onClose={() => setOpen(null)} />
    </Page>
  );
}
