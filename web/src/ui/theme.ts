import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#eaf5f8',
  '#d5e8ee',
  '#a9d3df',
  '#7cc4da',
  '#4fa7c2',
  '#2f8cab',
  '#1a7695',
  '#0f6b88',
  '#0b5a73',
  '#08475c',
];
const stone: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ef',
  '#eeebe6',
  '#e6e3de',
  '#cfcac2',
  '#a39d94',
  '#64605a',
  '#4c4944',
  '#33312e',
  '#1d1c1a',
];
const brick: MantineColorsTuple = [
  '#fdf1f0',
  '#fcebe9',
  '#f6c9c4',
  '#f1948b',
  '#e4695f',
  '#d5483f',
  '#c5372d',
  '#b82d24',
  '#b3261e',
  '#8f1d17',
];
const night: MantineColorsTuple = [
  '#eceae6',
  '#c9c5be',
  '#a5a098',
  '#7c7871',
  '#45433f',
  '#2e2d2a',
  '#201f1d',
  '#1c1c1a',
  '#151514',
  '#0e0e0d',
];

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  colors: { petrol, gray: stone, red: brick, dark: night },
  black: '#1d1c1a',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.55', xl: '1.4' },
  headings: { fontWeight: '600' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '9px', xl: '14px' },
  defaultRadius: 'md',
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
});

const shared = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-quiet)',
  '--mantine-color-placeholder': 'var(--ink-quiet)',
  '--mantine-color-anchor': 'var(--accent-ink)',
  '--mantine-color-error': 'var(--bad-ink)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-default-color': 'var(--ink)',
};

/** Mantine's variables, said in our tokens, so that light and dark are decided in tokens.css alone. */
export const themeVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
