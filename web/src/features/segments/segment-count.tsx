import type { SegmentId } from '../../../../contract/ids.ts';
import { countSegment } from '../../../../contract/segments.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { Count } from '../../ui/values.tsx';

/** How many are in the segment at this moment. */
export function SegmentCount({ id }: { id: SegmentId }) {
  const { data, problem } = useEndpoint(countSegment, { id });
  if (problem) return <span title={problem.message}>!</span>;
  return data ? <Count value={data.count} /> : <span className="text-quiet">…</span>;
}
