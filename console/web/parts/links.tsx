import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ReactNode, Ref } from 'react';

interface LinkParts {
  children?: ReactNode;
  ref?: Ref<HTMLAnchorElement>;
}

/** A link in the text that knows the pages there are. */
export const TextLink = createLink((props: AnchorProps & LinkParts) => <Anchor size="sm" {...props} />);

/** The same, with the look of a button. */
export const ButtonLink = createLink((props: ButtonProps & LinkParts) => <Button component="a" {...props} />);
