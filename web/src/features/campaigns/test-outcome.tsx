import { type Line, listLines, type Run } from '../../../../contract/runs.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useReason } from '../../reasons/use-reason.ts';
import { Alert } from '../../ui/alert.tsx';
import { pauseWords } from './pause-words.ts';
import { runTexts } from './run-texts/texts.ts';
import { testTexts } from './test-texts/texts.ts';

const AGAIN_MS = 2_000;
const TROUBLED = ['failed', 'unknown', 'dropped', 'deferred'] as const;
type Troubled = (typeof TROUBLED)[number];
const troubleOf = ({ state }: Line): Troubled | undefined => TROUBLED.find((one) => one === state);

/** How many of the tests arrived, failed, or may have done either. */
export function TestCount({ tests }: { tests: readonly Run[] }) {
  const t = useTexts(testTexts);
  const sum = (what: 'sent' | 'failed' | 'unknown' | 'open') => tests.reduce((all, { sums }) => all + sums[what], 0);
  const [unknown, open] = [sum('unknown'), sum('open')];
  return (
    <>
      {[
        t('arrived', { sent: sum('sent'), failed: sum('failed') }),
        unknown > 0 ? t('unknown', { count: unknown }) : '',
        open > 0 ? t('waiting', { count: open }) : '',
      ]
        .filter(Boolean)
        .join(', ')}
    </>
  );
}

/** Why a test did not arrive, or not yet: in our words and the server's. */
export function TestTrouble({ run }: { run: Run }) {
  const t = useTexts(testTexts);
  const r = useTexts(runTexts);
  const reason = useReason();
  const format = useFormat();
  const { failed, unknown, dropped, deferred } = run.sums;
  const when = failed + unknown + dropped + deferred > 0;
  const every = deferred > 0 ? AGAIN_MS : undefined;
  const lines = useEndpoint(listLines, { id: run.id, limit: 10 }, { when, every }).data?.rows ?? [];
  const paused = run.state === 'paused' ? run.pauseReason : null;
  const said = (line: Line) =>
    [
      line.reason ? reason(line.reason) : '',
      line.reply ? r('pausedServerSaid', { reply: line.reply }) : '',
      line.state === 'deferred' && line.nextAt ? t('nextTry', { time: format.dateTime(line.nextAt) }) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <>
      {paused ? (
        <Alert tone="warn" title={t('paused', { reason: reason(paused.code) })}>
          {pauseWords(paused, { reason, t: r })}
        </Alert>
      ) : null}
      {lines.map((line) => {
        const trouble = when ? troubleOf(line) : undefined;
        return trouble ? (
          <Alert
            key={line.no}
            tone={trouble === 'failed' ? 'bad' : 'warn'}
            title={t(`line_${trouble}`, { to: line.address ?? line.name })}
          >
            {said(line)}
          </Alert>
        ) : null;
      })}
    </>
  );
}
