import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useVoice } from './speech.tsx';

interface DialogProps {
  title: string;
  onClose: () => void;
  size?: 'md' | 'xl';
  children: ReactNode;
}

/** A window over the page. Mount it to open it; when it goes, the focus returns to where it was. */
export function Dialog({ title, onClose, size = 'md', children }: DialogProps) {
  useFocusReturn();
  const { dialog } = useVoice().words.frame;
  return (
    <Modal.Root opened onClose={onClose} size={size} centered>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content>
        {/* A header element here would count as a second banner of the page. */}
        <Modal.Header role="presentation">
          <Modal.Title fw={650} fz="lg">
            {title}
          </Modal.Title>
          <Modal.CloseButton aria-label={dialog.close} />
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function useFocusReturn(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    },
    [before],
  );
}
