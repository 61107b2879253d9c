import { IconTrash } from '@tabler/icons-react';
import { attachmentAddress } from '../../../../contract/attachments.ts';
import { type CampaignFile, listCampaignFiles, removeCampaignFile } from '../../../../contract/campaign-files.ts';
import { campaignHistory } from '../../../../contract/campaigns.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { When } from '../../ui/values.tsx';
import { AddCampaignFiles } from './add-campaign-files.tsx';
import { useHere } from './campaign-context.ts';
import { fileTexts } from './file-texts/texts.ts';

/** What colleagues keep at hand with the campaign: whoever sees it opens them, whoever edits it changes them. */
export function CampaignFiles() {
  const t = useTexts(fileTexts);
  const { campaign } = useHere();
  const { data } = useEndpoint(listCampaignFiles, { id: campaign.id }, { keep: true });
  return (
    <Section title={t('files')} text={t('filesText')}>
      <Stack>
        <PlainTable
          label={t('files')}
          columns={useColumns()}
          rows={data?.rows ?? []}
          rowKey={({ id }) => id}
          rowName={({ name }) => name}
          loading={data === undefined}
          empty={<EmptyState title={t('none')} text={t('noneText')} />}
        />
        {campaign.may.edit ? (
          <Card>
            <AddCampaignFiles id={campaign.id} />
          </Card>
        ) : null}
      </Stack>
    </Section>
  );
}

function useColumns(): Column<CampaignFile>[] {
  const t = useTexts(fileTexts);
  const format = useFormat();
  const { campaign } = useHere();
  const columns: Column<CampaignFile>[] = [
    {
      key: 'name',
      header: t('name'),
      cell: ({ id, name }) => (
        <Link href={attachmentAddress(id)} download>
          {name}
        </Link>
      ),
      always: true,
    },
    { key: 'size', header: t('size'), cell: ({ size }) => format.bytes(size), align: 'end', width: 7 },
    { key: 'by', header: t('by'), cell: ({ addedBy }) => addedBy, width: 10 },
    { key: 'at', header: t('at'), cell: ({ addedAt }) => <When at={addedAt} />, width: 13 },
  ];
  if (campaign.may.edit)
    columns.push({ key: 'remove', header: '', cell: (file) => <Remove file={file} />, align: 'end', width: 4 });
  return columns;
}

function Remove({ file: { id: fileId, name } }: { file: CampaignFile }) {
  const t = useTexts(fileTexts);
  const common = useTexts(shared);
  const { campaign } = useHere();
  const remove = useAction(removeCampaignFile, { invalidate: [listCampaignFiles, campaignHistory] });
  const ask = async () => {
    const question = {
      title: t('removeTitle', { name }),
      text: t('removeText'),
      action: common('remove'),
      danger: true,
    };
    if (await confirm(question)) remove.run({ id: campaign.id, fileId });
  };
  const icon = <IconTrash size={16} stroke={1.75} />;
  return <IconButton label={t('removeFile', { name })} icon={icon} onClick={() => void ask()} />;
}
