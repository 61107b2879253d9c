export const en = {
  title: 'Gaps in the text',
  text: 'Fields that the text shows with no fallback, counted over everybody it would go to.',
  nobody: 'Nobody lacks anything that the text shows.',
  lacks: '{field} is missing for {missing} of {planned} and has no fallback.',
  remedy: 'Give a field a fallback where it stands in the text: {example}',
  fallback: 'there',
  who: 'Show who',
  whoLacks: 'Without {field}',
  name: 'Name',
  unnamed: 'No name',
} as const;
