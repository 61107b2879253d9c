import { getRunPace } from '../../../../contract/pace.ts';
import type { Run } from '../../../../contract/runs.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { PaceSaid } from '../../pace/pace-said.tsx';
import { Alert } from '../../ui/alert.tsx';

const LOOK_EVERY_MS = 5_000;

/** What slows a distribution down, for each account that something waits for. */
export function RunPace({ run }: { run: Run }) {
  const { data } = useEndpoint(getRunPace, { id: run.id }, { every: LOOK_EVERY_MS, keep: true });
  return (data ?? [])
    .filter(({ today, waits }) => today !== null || waits.length > 0)
    .map((pace) => (
      <Alert key={pace.accountId} tone="neutral" title={pace.accountName}>
        <PaceSaid pace={pace} />
      </Alert>
    ));
}
