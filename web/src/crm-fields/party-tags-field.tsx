import type { CrmEntity } from '../../../contract/crm-fields.ts';
import { listTags } from '../../../contract/party-selection.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import type { FieldProps } from '../form/binding.ts';
import { TagsField } from '../form/choice-fields.tsx';

/** Tags; those in use are offered. */
export function PartyTagsField({ entity, ...props }: FieldProps<string[]> & { entity: CrmEntity }) {
  const known = useEndpoint(listTags, { entity });
  return <TagsField known={(known.data?.tags ?? []).map(({ tag }) => tag)} {...props} />;
}
