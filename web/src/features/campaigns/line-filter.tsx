import { FACTS, LINE_STATES, type Line, type LineState } from '../../../../contract/runs.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { type SearchState, useSearchState } from '../../url.ts';
import { useReason } from './reason.ts';
import { runTexts } from './run-texts/texts.ts';

export type Show = 'all' | 'planned' | LineState;

/** What of a list is shown; in the address, so that a number anywhere can open its people. */
export interface LineFilter extends SearchState {
  run?: string | undefined;
  show?: Show | undefined;
  reason?: string | undefined;
  kind?: Line['partyKind'] | undefined;
  fact?: (typeof FACTS)[number] | undefined;
  link?: number | undefined;
}

export const lineFilterOf = ({ show, reason, fact, link }: LineFilter) => ({
  ...(show === 'planned' ? { planned: 'true' } : {}),
  ...(show && show !== 'all' && show !== 'planned' ? { state: show } : {}),
  ...(reason ? { reason } : {}),
  ...(fact ? { fact } : {}),
  ...(link === undefined ? {} : { link: Number(link) }),
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

/** Those with something that came back: opened, clicked, bounced. */
export function FactFilter() {
  const t = useTexts(runTexts);
  const [search, change] = useSearchState<LineFilter>();
  return (
    <SelectField
      label={t('cameBack')}
      hideLabel
      clearable
      nothing={t('anyFact')}
      choices={FACTS.map((fact) => ({ value: fact, label: t(`fact_${fact}`) }))}
      value={search.fact ?? null}
      onChange={(fact) => change({ fact: fact ?? undefined, link: undefined })}
    />
  );
}
