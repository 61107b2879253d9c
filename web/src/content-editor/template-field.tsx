import { type ReactNode, useId, useRef, useState } from 'react';
import type { ContentRemark } from '../../../contract/content.ts';
import { errorMessage } from '../api/problem.ts';
import { useBinding } from '../form/binding.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useContextMenu } from '../ui/context-menu.tsx';
import { InsertButtons, InsertDialogs, type Picking } from './insertions.tsx';
import { texts } from './texts/texts.ts';
import { type NamedField, useMergeFields } from './use-merge-fields.ts';
import { writtenField } from './written-field.ts';

interface TemplateFieldProps {
  /** A path in the form: `variants.en.html`. */
  name: string;
  label: string;
  hint?: string | undefined;
  help?: ReactNode | undefined;
  /** How many lines; one for a single line. */
  rows: number;
  inHtml?: boolean | undefined;
  /** Its readers cannot click. */
  linkless?: boolean | undefined;
  disabled?: boolean | undefined;
  /** What the preview says of this field. */
  remarks: readonly ContentRemark[];
  /** It stands in a message that was written before. */
  saved?: boolean | undefined;
}

type Box = HTMLTextAreaElement | HTMLInputElement;

/** A text with fields in it: they are put in at the cursor, by the button, by right-click, or typed. */
export function TemplateField({
  name,
  label,
  hint,
  help,
  rows,
  inHtml = false,
  linkless = false,
  disabled,
  remarks,
  saved = false,
}: TemplateFieldProps) {
  const t = useTexts(texts);
  const id = useId();
  const box = useRef<Box>(null);
  const bound = useBinding<string>({ name }, '');
  const { usual } = useMergeFields(linkless);
  const { opener, menu } = useContextMenu();
  const [picking, setPicking] = useState<Picking | null>(null);
  const [left, setLeft] = useState(false);
  const insert = (text: string) => {
    setPicking(null);
    const element = box.current;
    if (!element) return;
    element.focus();
    element.setRangeText(text, element.selectionStart ?? 0, element.selectionEnd ?? 0, 'end');
    bound.set(element.value);
  };
  const insertField = (field: NamedField) => insert(writtenField(field, inHtml));
  // That a field is empty is no news to somebody who has just come to it, unless it was left so before.
  const isEmpty = bound.value.trim() === '';
  if (isEmpty && saved && !left) setLeft(true);
  const isNew = !left && isEmpty;
  const said = isNew ? [] : remarks.filter((remark) => remark.field === name);
  const error =
    bound.error ??
    said.filter(({ level }) => level === 'error').map(({ code, params }) => errorMessage(code, params))[0];
  const warnings = said.filter(({ level }) => level === 'warning');
  const items = () => [
    ...usual.map((field) => ({ label: t('insertNamed', { name: field.title }), onClick: () => insertField(field) })),
    { label: t('allFields'), apart: true, onClick: () => setPicking('field') },
    inHtml && { label: `${t('insertArticle')}…`, onClick: () => setPicking('article') },
    inHtml && { label: `${t('insertPicture')}…`, onClick: () => setPicking('picture') },
  ];
  const described = [hint ? `${id}-hint` : '', error || warnings.length > 0 ? `${id}-said` : '']
    .filter(Boolean)
    .join(' ');
  const shared = {
    ref: box as never,
    id,
    name,
    className: `template-box${inHtml ? ' template-box-code' : ''}`,
    value: bound.value,
    disabled,
    spellCheck: !inHtml,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described || undefined,
    onChange: (event: { currentTarget: Box }) => bound.set(event.currentTarget.value),
    onBlur: () => {
      setLeft(true);
      bound.leave();
    },
    ...opener(items),
  };
  return (
    <div className="template-field">
      <div className="template-label">
        <span className="field-label">
          <label htmlFor={id}>{label}</label>
          {help}
        </span>
        <InsertButtons part={label} inHtml={inHtml} disabled={disabled} onOpen={setPicking} />
      </div>
      {hint ? (
        <div id={`${id}-hint`} className="template-hint">
          {hint}
        </div>
      ) : null}
      {rows === 1 ? <input type="text" autoComplete="off" {...shared} /> : <textarea rows={rows} {...shared} />}
      <div id={`${id}-said`} aria-live="polite">
        {error ? <p className="template-error">{error}</p> : null}
        {warnings.map(({ code, params }) => (
          <p key={code} className="template-warning">
            {errorMessage(code, params)}
          </p>
        ))}
      </div>
      {menu}
      <InsertDialogs
        picking={picking}
        inHtml={inHtml}
        linkless={linkless}
        onClose={() => setPicking(null)}
        onInsert={insert}
      />
    </div>
  );
}
