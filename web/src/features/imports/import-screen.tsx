import { useState } from 'react';
import { getImport, type Import } from '../../../../contract/import.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/alert.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type StopState, Stops } from '../../ui/stops.tsx';
import { useParam, useSearchState } from '../../url.ts';
import { ImportProgress } from './import-progress.tsx';
import { CheckResult, RunResult } from './import-result.tsx';
import { ImportState } from './imports-screen.tsx';
import { MappingStep } from './mapping-step.tsx';
import { OptionsStep } from './options-step.tsx';
import { texts } from './texts/texts.ts';

type Step = 'mapping' | 'options' | 'check';

const isWorking = (found: Import | undefined) => found?.state === 'checking' || found?.state === 'running';
const isWaiting = ({ state }: Import) => state === 'uploaded' || state === 'checked';

const stepOf = (found: Import, asked: string | undefined): Step => {
  if (asked === 'mapping' || asked === 'options') return asked;
  return found.state === 'checked' ? 'check' : 'mapping';
};

/** Where a waiting import stands on its way. */
function Way({ found, step }: { found: Import; step: Step }) {
  const t = useTexts(texts);
  const checked = found.state === 'checked';
  const stop = (label: string, name: Step, state: StopState) => ({
    label,
    state,
    href: paths.import(found.id, { step: name }),
    current: step === name,
  });
  const stops = [
    stop(t('stepMapping'), 'mapping', step === 'mapping' ? 'empty' : 'done'),
    stop(t('stepOptions'), 'options', checked || step === 'check' ? 'done' : 'empty'),
    ...(checked ? [stop(t('stepCheck'), 'check', 'done')] : []),
  ];
  return <Stops label={t('steps')} stops={stops} />;
}

function Body({ found }: { found: Import }) {
  const [search, change] = useSearchState<{ step?: string | undefined; verdict?: string | undefined }>();
  if (isWorking(found)) return <ImportProgress found={found} />;
  if (!isWaiting(found)) return <RunResult found={found} />;
  const go = (step: Step | undefined) => change({ step, verdict: undefined });
  switch (stepOf(found, search.step)) {
    case 'mapping':
      return <MappingStep key={found.id} found={found} onDone={() => go('options')} />;
    case 'options':
      return <OptionsStep key={found.id} found={found} onBack={() => go('mapping')} onStarted={() => go(undefined)} />;
    default:
      return <CheckResult found={found} onChange={() => go('mapping')} />;
  }
}

/** One import, wherever it stands: columns, options, check, run, report. */
export function ImportScreen() {
  const t = useTexts(texts);
  const id = useParam('id');
  const [search] = useSearchState<{ step?: string }>();
  const [working, setWorking] = useState(false);
  const { data: found, problem } = useEndpoint(getImport, { id: id as never }, { every: working ? 1000 : false });
  if (found && isWorking(found) !== working) setWorking(!working);
  const crumbs = [{ label: t('imports'), href: paths.imports() }];
  if (!found)
    return (
      <Page title={t('import')} crumbs={crumbs}>
        {problem ? <Alert tone="bad">{problem.message}</Alert> : <Skeleton lines={8} />}
      </Page>
    );
  return (
    <Page
      title={found.fileName}
      crumbs={crumbs}
      mark={<ImportState state={found.state} />}
      tabs={isWaiting(found) ? <Way found={found} step={stepOf(found, search.step)} /> : undefined}
    >
      <Body found={found} />
    </Page>
  );
}
