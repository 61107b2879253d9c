export const en = {
  allManagers: 'All account managers',
  accountManager: 'Account manager',
  allKinds: 'All kinds',
  allTypes: 'All types',
  kind: 'Kind',
  from: 'Under way from',
  until: 'Under way until',
  withPeople: 'Campaigns and people',
  kind_one_off: 'One-off',
  kind_multi_stage: 'In stages',
  kind_sequential: 'Tracks one after another',
  kind_parallel: 'Tracks side by side',
} as const;
