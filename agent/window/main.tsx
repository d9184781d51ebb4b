import './no-eval.ts';
import './styles.ts';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Root } from './root.tsx';
import { accessibleColours, theme } from './theme.ts';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no element #root');
createRoot(container).render(
  <StrictMode>
    <DirectionProvider>
      <MantineProvider theme={theme} cssVariablesResolver={accessibleColours} defaultColorScheme="auto">
        <Root />
      </MantineProvider>
    </DirectionProvider>
  </StrictMode>,
);
