import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Tick } from '@/components/form/Tick.tsx';
import { isPinned, onPinned } from '@/utils/platform/surface/pinned.ts';
import { PinPicture } from './PinPicture.tsx';
import { Step } from './Step.tsx';

/** Whether the button is pinned, as the browser says; undefined where it does not. */
function usePinned(): boolean | undefined {
  const [pinned, setPinned] = useState<boolean>();
  useEffect(() => {
    const look = (): void => void isPinned().then(setPinned);
    look();
    return onPinned(look);
  }, []);
  return pinned;
}

/** Where the button is pinned, with a picture of that place in this browser. */
export function PinStep() {
  const told = usePinned();
  const [ticked, setTicked] = useState(false);
  const pinned = told ?? ticked;
  return (
    <Step heading={i18n.t('welcome.pin')} done={pinned}>
      {told === true ? (
        <p>{i18n.t('welcome.pinned')}</p>
      ) : (
        <>
          <p>{i18n.t(import.meta.env.FIREFOX ? 'welcome.pinFirefox' : 'welcome.pinChromium')}</p>
          <PinPicture isFirefox={import.meta.env.FIREFOX} />
          {told === undefined && (
            <Tick label={i18n.t('welcome.pinTick')} ticked={ticked} onTick={setTicked} />
          )}
        </>
      )}
    </Step>
  );
}
