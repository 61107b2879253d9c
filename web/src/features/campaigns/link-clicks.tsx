import { useTexts } from '../../i18n/use-texts.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Link } from '../../ui/link.tsx';
import { Text } from '../../ui/text.tsx';
import { Count } from '../../ui/values.tsx';
import type { Of, Report } from './report-waterfall.tsx';
import { runTexts } from './run-texts/texts.ts';
import { useAddresses } from './use-addresses.ts';

/** O07: each link with the people who clicked it. */
export function LinkClicks({ links, of = 'all' }: { links: Report['links']; of?: Of }) {
  const t = useTexts(runTexts);
  const { log } = useAddresses();
  return (
    <PlainTable
      label={t('linksTitle')}
      rows={links}
      rowKey={(row) => row.url}
      rowName={(row) => row.label || row.url}
      columns={[
        {
          key: 'url',
          header: t('link'),
          always: true,
          width: 24,
          cell: (row) => (
            <span>
              {row.label || row.url}
              {row.label ? (
                <Text size="small" tone="quiet" oneLine>
                  {row.url}
                </Text>
              ) : null}
            </span>
          ),
        },
        {
          key: 'people',
          header: t('people'),
          align: 'end',
          width: 7,
          cell: (row) => (
            <Link href={log({ run: of, fact: 'clicked', url: row.url })}>
              <Count value={row.people} />
            </Link>
          ),
        },
        { key: 'clicks', header: t('clicks'), align: 'end', width: 7, cell: (row) => <Count value={row.clicks} /> },
      ]}
    />
  );
}
