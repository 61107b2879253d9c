import { createContext, type ReactNode, useContext, useState } from 'react';
import { getTracks } from '../../../../../contract/tracks.ts';
import { type FieldError, Problem } from '../../../api/problem.ts';
import { useEndpoint } from '../../../api/use-endpoint.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Alert } from '../../../ui/alert.tsx';
import { useHere } from '../campaign-context.ts';
import { trackTexts } from '../track-texts/texts.ts';

interface Reported {
  problems: readonly Pick<FieldError, 'field' | 'message'>[];
  report: (thrown: unknown) => void;
}

const StartProblemsContext = createContext<Reported>({ problems: [], report: () => {} });

/** What stood in the way of the last start, kept until the next. */
export function StartProblems({ children }: { children: ReactNode }) {
  const [problems, setProblems] = useState<Reported['problems']>([]);
  const report = (thrown: unknown) => {
    if (Array.isArray(thrown)) return setProblems([]);
    if (!(thrown instanceof Problem)) throw thrown;
    setProblems(thrown.errors.length > 0 ? thrown.errors : [{ field: '', message: thrown.message }]);
  };
  return <StartProblemsContext value={{ problems, report }}>{children}</StartProblemsContext>;
}

export const useStartProblems = (): Reported => useContext(StartProblemsContext);

/** Each problem with the place where it is corrected. */
export function StartProblemList() {
  const t = useTexts(trackTexts);
  const { campaign } = useHere();
  const { problems } = useStartProblems();
  const tracks = useEndpoint(getTracks, { id: campaign.id }, { when: problems.length > 0 });
  if (problems.length === 0) return null;
  const placeOf = (field: string): string => {
    const [, track, message] = /^tracks\.(\d+)(?:\.messages\.(\d+))?/.exec(field) ?? [];
    const found = track === undefined ? undefined : tracks.data?.tracks[Number(track)];
    if (found === undefined) return '';
    const one = message === undefined ? undefined : found.messages[Number(message)];
    return `${[found.name, one?.name].filter(Boolean).join(' › ')}: `;
  };
  return (
    <Alert tone="bad" title={t('cannotStart')}>
      <ul className="problem-list">
        {problems.map(({ field, message }) => (
          <li key={field + message}>
            <strong>{placeOf(field)}</strong>
            {message}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
