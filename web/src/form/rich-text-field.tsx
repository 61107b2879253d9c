import { useId } from 'react';
import { RichText } from '../ui/rich-text.tsx';
import { type FieldProps, useBinding } from './binding.ts';

/** A text with headings, lists and links. */
export function RichTextField(props: FieldProps<string>) {
  const id = useId();
  const bound = useBinding(props, '');
  return (
    <div className="stack gap-none">
      <div className={props.hideLabel ? 'visually-hidden' : 'mantine-InputWrapper-label'}>{props.label}</div>
      {props.hint ? <div className="text-small text-quiet">{props.hint}</div> : null}
      <RichText
        label={props.label}
        value={bound.value}
        onChange={bound.set}
        describedBy={bound.error ? id : undefined}
        invalid={bound.error !== undefined}
        disabled={props.disabled}
      />
      <div id={id} className="text-small text-bad" aria-live="polite">
        {bound.error}
      </div>
    </div>
  );
}
