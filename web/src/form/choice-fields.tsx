import { MultiSelect as MultiWidget, Radio, Select, TagsInput } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { shared } from '../i18n/shared/texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { given } from '../ui/given.ts';
import { type FieldProps, useBinding } from './binding.ts';
import { lookOf } from './field-look.tsx';

export interface Choice<T extends string = string> {
  value: T;
  label: string;
  disabled?: boolean;
}

interface SelectFieldProps<T extends string> extends FieldProps<T | null> {
  choices: readonly Choice<T>[];
  /** May it be nothing again? */
  clearable?: boolean | undefined;
  /** Told what is typed, to ask the server for choices (which are then not filtered here). */
  onSearch?: ((words: string) => void) | undefined;
  /** What is said while nothing is chosen: "All states". */
  nothing?: string | undefined;
}

const copied = (choices: readonly Choice[]) => choices.map((choice) => ({ ...choice }));

/** One of several, found by typing once they are more than seven. */
export function SelectField<T extends string = string>(props: SelectFieldProps<T>) {
  const t = useTexts(shared);
  const bound = useBinding<T | null>(props, null);
  const { onSearch } = props;
  return (
    <Select
      data={copied(props.choices)}
      value={bound.value || null}
      onChange={(value) => bound.set(value as T | null)}
      searchable={!!onSearch || props.choices.length > 7}
      clearable={props.clearable ?? false}
      clearButtonProps={{ 'aria-label': t('clear') }}
      allowDeselect={false}
      selectFirstOptionOnChange
      openOnFocus={false}
      nothingFoundMessage={t('nothingFound')}
      checkIconPosition="right"
      {...(onSearch ? { filter: ({ options }) => options, onSearchChange: onSearch } : {})}
      {...given({ placeholder: props.nothing })}
      {...lookOf(props, bound)}
    />
  );
}

interface MultiSelectProps<T extends string> extends FieldProps<T[]> {
  choices: readonly Choice<T>[];
  onSearch?: ((words: string) => void) | undefined;
  nothing?: string | undefined;
}

export function MultiSelect<T extends string = string>(props: MultiSelectProps<T>) {
  const t = useTexts(shared);
  const bound = useBinding<T[]>(props, []);
  const { onSearch } = props;
  return (
    <MultiWidget
      data={copied(props.choices)}
      value={bound.value}
      onChange={(value) => bound.set(value as T[])}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      hidePickedOptions
      selectFirstOptionOnChange
      openOnFocus={false}
      nothingFoundMessage={t('nothingFound')}
      {...(onSearch ? { filter: ({ options }) => options, onSearchChange: onSearch } : {})}
      {...given({ placeholder: bound.value.length === 0 ? props.nothing : undefined })}
      {...lookOf(props, bound)}
    />
  );
}

interface TagsFieldProps extends FieldProps<string[]> {
  /** Offered while typing; others may be written. */
  known?: readonly string[] | undefined;
}

/** Free words; Enter or a comma ends one. */
export function TagsField(props: TagsFieldProps) {
  const t = useTexts(shared);
  const bound = useBinding<string[]>(props, []);
  return (
    <TagsInput
      data={[...(props.known ?? [])]}
      value={bound.value}
      onChange={bound.set}
      splitChars={[',', ';']}
      openOnFocus={false}
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      {...lookOf(props, bound)}
    />
  );
}

interface RadioFieldProps<T extends string> extends FieldProps<T> {
  /** Neighbours of one `group` stand under its words. */
  choices: readonly (Choice<T> & { hint?: ReactNode; group?: string })[];
}

/** One of a few, all in view, each with room to say what it means. */
export function RadioField<T extends string = string>(props: RadioFieldProps<T>) {
  const bound = useBinding<T | ''>(props as FieldProps<T | ''>, '');
  return (
    <Radio.Group
      value={bound.value}
      onChange={(value) => bound.set(value as T)}
      {...lookOf(props as FieldProps<T | ''>, bound)}
    >
      <div className="stack gap-small radio-choices">
        {props.choices.map((choice, at) => (
          <Fragment key={choice.value}>
            {choice.group && choice.group !== props.choices[at - 1]?.group ? (
              <p className="radio-group">{choice.group}</p>
            ) : null}
            <Radio
              value={choice.value}
              label={choice.label}
              {...given({ description: choice.hint, disabled: choice.disabled })}
            />
          </Fragment>
        ))}
      </div>
    </Radio.Group>
  );
}
