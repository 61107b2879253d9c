import { listColleagues } from '../../../contract/access.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import type { FieldProps } from '../form/binding.ts';
import { SelectField } from '../form/choice-fields.tsx';

interface UserFieldProps extends FieldProps<string | null> {
  nothing?: string | undefined;
}

/** One of those who may sign in: an account manager, someone responsible. */
export function UserField(props: UserFieldProps) {
  const colleagues = useEndpoint(listColleagues, {});
  const choices = (colleagues.data?.rows ?? []).map(({ id, name }) => ({ value: id as string, label: name }));
  return <SelectField choices={choices} clearable {...props} />;
}
