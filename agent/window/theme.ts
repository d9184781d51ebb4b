import { Button, type CSSVariablesResolver, createTheme } from '@mantine/core';

/** Shade 8 is the lightest on which white text reaches contrast AA. */
export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 8, dark: 8 },
  colors: {
    dark: [
      '#e3e6ea',
      '#b8bfc8',
      '#8d96a1',
      '#6b7480',
      '#434a54',
      '#343a43',
      '#262a30',
      '#1d2025',
      '#17191d',
      '#121417',
    ],
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, monospace',
  headings: { fontWeight: '650' },
  components: {
    Button: Button.extend({
      defaultProps: { loaderProps: { type: 'dots' } },
      // Words of other languages are longer than the English ones: a button grows with them and cuts none off.
      styles: {
        root: { height: 'auto', minHeight: 'var(--button-height)', paddingBlock: '0.35rem' },
        label: { whiteSpace: 'normal', height: 'auto', lineHeight: 1.25 },
      },
    }),
  },
});

/** Mantine's own dimmed, placeholder and error colours stay below contrast AA. */
export const accessibleColours: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#555e68',
    '--mantine-color-placeholder': '#69727d',
    '--mantine-color-error': colors.red[9],
  },
  dark: {
    '--mantine-color-dimmed': '#a9b1ba',
    '--mantine-color-placeholder': '#9aa2ab',
    '--mantine-color-error': colors.red[4],
  },
});
