import { PARTY_KINDS } from '../../../../contract/runs.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { HelpHint } from '../../ui/help-hint.tsx';
import { Page } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useSearchState } from '../../url.ts';
import { CampaignsWithPeople } from './campaigns-with-people.tsx';
import { PeoplePicture } from './people-picture.tsx';
import { peopleTexts } from './people-texts/texts.ts';
import { PeopleWithCampaigns } from './people-with-campaigns.tsx';
import { texts } from './texts/texts.ts';

const ROWS = ['campaign', ...PARTY_KINDS] as const;
type RowsOf = (typeof ROWS)[number];

/** O02: campaigns together with their recipients, and people with their campaigns. */
export function CampaignPeopleScreen() {
  const t = useTexts(peopleTexts);
  const common = useTexts(texts);
  const [{ by = 'campaign' }, change] = useSearchState<{ by?: RowsOf; search?: string; sort?: string }>();
  return (
    <Page
      title={t('title')}
      text={
        <>
          {t('text')}{' '}
          <HelpHint title={t('helpTitle')}>
            {t('helpText')}
            <PeoplePicture />
          </HelpHint>
        </>
      }
      crumbs={[{ label: common('campaigns'), href: paths.campaigns() }]}
      actions={
        <Segmented<RowsOf>
          label={t('byWhat')}
          value={by}
          onChange={(rows) => change({ by: rows, search: undefined as never, sort: undefined as never })}
          choices={ROWS.map((rows) => ({
            value: rows,
            label: rows === 'campaign' ? t('byCampaign') : t(`by_${rows}`),
          }))}
        />
      }
    >
      {by === 'campaign' ? <CampaignsWithPeople /> : <PeopleWithCampaigns key={by} kind={by} />}
    </Page>
  );
}
