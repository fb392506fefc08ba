import { i18n } from '#i18n';
import { showPage } from '@/components/parts/page.tsx';
import { diagnose } from '@/utils/messages/diagnose.ts';
import { browser } from '@/utils/platform/browser.ts';
import { Popup } from './Popup.tsx';
import { PrivatePopup } from './PrivatePopup.tsx';
import '@/components/renewal/guidance.css';
import '@/components/renewal/steps.css';
import './popup.css';

// The same page stands in a tab where the browser does not open the pop-up by itself.
if (new URLSearchParams(location.search).has('in')) document.documentElement.classList.add('in-tab');

showPage(
  i18n.t('popup.title'),
  browser.extension.inIncognitoContext ? <PrivatePopup /> : <Popup />,
  diagnose,
);
