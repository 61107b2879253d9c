import { IconUpload } from '@tabler/icons-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { type FieldProps, useBinding } from './binding.ts';
import './form.css';

interface FileFieldProps extends FieldProps<File | null> {
  /** Endings allowed: `['.csv', '.xlsx']`. */
  kinds?: readonly string[] | undefined;
  /** In bytes. */
  largest?: number | undefined;
  /** Several at once, each told by itself. */
  many?: boolean | undefined;
}

/** A file, dropped or chosen. */
export function FileField(props: FileFieldProps) {
  const t = useTexts(shared);
  const format = useFormat();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string>();
  const bound = useBinding<File | null>(props, null);
  const { kinds = [], largest = Number.POSITIVE_INFINITY } = props;
  const error = refused ?? bound.error;

  const refusalOf = (file: File): string | undefined => {
    const fits = kinds.length === 0 || kinds.some((kind) => file.name.toLowerCase().endsWith(kind));
    if (!fits) return t('fileWrongKind', { kinds: kinds.join(', ') });
    return file.size > largest ? t('fileTooLarge', { limit: format.bytes(largest) }) : undefined;
  };
  const takeAll = (files: FileList | null) => {
    const brought = [...(files ?? [])].slice(0, props.many ? undefined : 1);
    if (brought.length === 0) return;
    const judged = brought.map((file) => ({ file, refusal: refusalOf(file) }));
    const said = judged.flatMap(({ file, refusal }) =>
      refusal ? [props.many ? `${file.name}: ${refusal}` : refusal] : [],
    );
    setRefused(said.length > 0 ? said.join(' ') : undefined);
    for (const { file, refusal } of judged) if (!refusal) bound.set(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    takeAll(event.dataTransfer.files);
  };

  return (
    <div className="stack gap-none">
      <label htmlFor={id} className={props.hideLabel ? 'visually-hidden' : 'mantine-InputWrapper-label'}>
        {props.label}
      </label>
      {props.hint ? <div className="text-small text-quiet">{props.hint}</div> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button does the same by keyboard */}
      <div
        className={`drop-zone${over ? ' drop-zone-over' : ''}${error ? ' drop-zone-wrong' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {bound.value ? (
          <span className="drop-zone-file">
            {bound.value.name} ({format.bytes(bound.value.size)})
          </span>
        ) : (
          <span>{t('dropFile')}</span>
        )}
        <input
          ref={input}
          id={id}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          accept={kinds.join(',')}
          aria-invalid={!!error}
          aria-describedby={`${id}-error`}
          disabled={props.disabled}
          multiple={props.many}
          onChange={(event) => {
            takeAll(event.currentTarget.files);
            // Otherwise the same file could not be chosen again.
            event.currentTarget.value = '';
          }}
        />
        <Button
          size="small"
          icon={<IconUpload size={14} />}
          onClick={() => input.current?.click()}
          disabled={props.disabled}
        >
          {t('chooseFile')}
        </Button>
      </div>
      <div id={`${id}-error`} className="text-small text-bad">
        {error}
      </div>
    </div>
  );
}
