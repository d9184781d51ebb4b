import { Button } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { isPageOutdated } from '../api.ts';
import { reloadOnce } from '../code.ts';
import { useVoice } from './speech.tsx';
import { Nothing } from './states.tsx';

/** In the place of a screen whose code could not be fetched. After an update of the console the page reloads by itself. */
export function MissingCode() {
  const { states } = useVoice().words.frame;
  const [isTrying, setTrying] = useState(false);
  useEffect(() => {
    isPageOutdated()
      .then((isOutdated) => isOutdated && reloadOnce())
      // What is shown says already that the console may be away.
      .catch(() => undefined);
  }, []);
  const retry = () => {
    setTrying(true);
    // A reload while the console is away would leave nothing but the browser's own error.
    isPageOutdated()
      .then(() => location.reload())
      .catch(() => setTrying(false));
  };
  return (
    <Nothing
      icon={IconCloudOff}
      title={states.codeMissing}
      action={
        <Button onClick={retry} loading={isTrying}>
          {states.retry}
        </Button>
      }
    >
      <span role="alert">{states.codeMissingWhy}</span>
    </Nothing>
  );
}
