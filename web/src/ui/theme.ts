import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

// A cooler, deeper neutral than Mantine's default: dark is designed, not an inverted light.
const dark: MantineColorsTuple = [
  '#d3d6dc', '#b4b8c0', '#969ba5', '#656a75', '#353942', '#2b2e36', '#22252b', '#181a1f', '#131519', '#0d0e11',
];

export const theme = createTheme({
  primaryColor: 'indigo',
  // White on indigo must reach 4.5:1: shade 6 stays below in both schemes.
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  defaultRadius: 6,
  cursorType: 'pointer',
  focusRing: 'auto',
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  colors: { dark },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 8,
        transitionProps: { duration: 120, transition: 'fade' },
        overlayProps: { backgroundOpacity: 0.35 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    },
    Popover: { defaultProps: { transitionProps: { duration: 80, transition: 'fade' }, shadow: 'md' } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 80, transition: 'fade' }, events: { hover: true, focus: true, touch: false } } },
    Select: { defaultProps: { comboboxProps: { transitionProps: { duration: 80 } }, allowDeselect: false } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    // Mantine's dimmed grey is 3.3:1 on white; ours is above 5.5:1 on every surface we use it on.
    '--mantine-color-dimmed': '#5a616b',
    '--mantine-color-placeholder': '#6a717b',
    '--mantine-color-text': '#1a1d23',
    '--mantine-color-default-border': '#d5d9de',
    '--mantine-color-error': '#c92a2a',
  },
  dark: {
    '--mantine-color-dimmed': '#9ba1ac',
    '--mantine-color-placeholder': '#8d939e',
    '--mantine-color-default-border': '#3a3e47',
    '--mantine-color-error': '#ff8787',
    // Links on a dark page: the default indigo-4 is below 4.5:1 on raised surfaces.
    '--mantine-color-anchor': '#91a7ff',
  },
});
