import { FACTS, LINE_STATES, type Line, type LineState } from '../../../../contract/runs.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { useReason } from '../../reasons/use-reason.ts';
import { type SearchState, useSearchState } from '../../url.ts';
import { runTexts } from './run-texts/texts.ts';

export type Show = 'all' | 'planned' | LineState;

/** What of a list is shown; in the address, so that a number anywhere can open its people. */
export interface LineFilter extends SearchState {
  run?: string | undefined;
  show?: Show | undefined;
  reason?: string | undefined;
  kind?: Line['partyKind'] | undefined;
  fact?: (typeof FACTS)[number] | undefined;
  actor?: 'human' | 'machine' | 'unknown' | undefined;
  /** The address of a link that was clicked. */
  url?: string | undefined;
  delivered?: boolean | string | undefined;
  tracked?: boolean | string | undefined;
}

export const lineFilterOf = ({ show, reason, kind, fact, actor, url, delivered, tracked }: LineFilter) => ({
  ...(kind ? { partyKind: kind } : {}),
  ...(show === 'planned' ? { planned: 'true' } : {}),
  ...(show && show !== 'all' && show !== 'planned' ? { state: show } : {}),
  ...(reason ? { reason } : {}),
  ...(fact ? { fact } : {}),
  ...(actor ? { actor } : {}),
  ...(url ? { url: String(url) } : {}),
  ...(delivered === undefined ? {} : { delivered: String(delivered) }),
  ...(tracked === undefined ? {} : { tracked: String(tracked) }),
});

/** Everyone, everyone planned, or those in one state. A reason chosen before holds no longer. */
export function ShowFilter({ choices, standard }: { choices: readonly Show[]; standard: Show }) {
  const t = useTexts(runTexts);
  const reason = useReason();
  const [search, change] = useSearchState<LineFilter>();
  return (
    <>
      <SelectField
        label={t('status')}
        hideLabel
        choices={choices.map((show) => ({ value: show, label: t(`show_${show}`) }))}
        value={search.show ?? standard}
        onChange={(show) => change({ show: (show ?? standard) as Show, reason: undefined })}
      />
      {search.reason ? (
        <SelectField
          label={t('reason')}
          hideLabel
          clearable
          choices={[{ value: search.reason, label: reason(search.reason) }]}
          value={search.reason}
          onChange={() => change({ reason: undefined })}
        />
      ) : null}
    </>
  );
}

export const LOG_SHOWS: readonly Show[] = ['all', 'planned', ...LINE_STATES];

/** Those with something that came back: opened, clicked, bounced; of opens and clicks also only those by machines. */
export function FactFilter() {
  const t = useTexts(runTexts);
  const [search, change] = useSearchState<LineFilter>();
  const { fact, actor } = search;
  const named =
    actor && fact ? [{ value: `${fact} ${actor}`, label: `${t(`fact_${fact}`)}: ${t(`by_${actor}`)}` }] : [];
  return (
    <SelectField
      label={t('cameBack')}
      hideLabel
      clearable
      nothing={t('anyFact')}
      choices={[...named, ...FACTS.map((one) => ({ value: one, label: t(`fact_${one}`) }))]}
      value={named[0]?.value ?? fact ?? null}
      onChange={(chosen) => {
        if (chosen !== named[0]?.value)
          change({ fact: (chosen ?? undefined) as LineFilter['fact'], actor: undefined, url: undefined });
      }}
    />
  );
}

/** Which link was clicked, where a number of a link led here. */
export function UrlFilter() {
  const t = useTexts(runTexts);
  const [search, change] = useSearchState<LineFilter>();
  if (!search.url) return null;
  const url = String(search.url);
  return (
    <SelectField
      label={t('link')}
      hideLabel
      clearable
      choices={[{ value: url, label: url }]}
      value={url}
      onChange={() => change({ url: undefined })}
    />
  );
}

/** Those the message reached, or only those whose opens and clicks can be noticed, where that number led here. */
export function ReachFilter() {
  const t = useTexts(runTexts);
  const [search, change] = useSearchState<LineFilter>();
  if (search.delivered === undefined) return null;
  const label = t(search.tracked === undefined ? 'delivered' : 'deliveredTracked');
  return (
    <SelectField
      label={t('delivered')}
      hideLabel
      clearable
      choices={[{ value: 'yes', label }]}
      value="yes"
      onChange={() => change({ delivered: undefined, tracked: undefined })}
    />
  );
}
