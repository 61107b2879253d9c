import { getContentVersion } from '../../../../contract/content.ts';
import type { ContentVersionId } from '../../../../contract/ids.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { LinkChecks } from '../../content-editor/link-checks.tsx';

/** The links of what is about to go: they warn, and forbid nothing. */
export function TriedLinks({ id }: { id: ContentVersionId }) {
  const { data } = useEndpoint(getContentVersion, { id });
  return data ? <LinkChecks variants={data.variants} atOnce /> : null;
}
