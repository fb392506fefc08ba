import { i18n } from '#i18n';
import { showPage } from '@/components/parts/page.tsx';
import { diagnose } from '@/utils/messages/diagnose.ts';
import { Guard } from './Guard.tsx';
import './guard.css';

// The policy of our pages forbids frames; where a browser does not keep it, nothing in here may be pressed.
const framed = window.top !== window;

showPage(i18n.t('guard.title'), framed ? <p>{i18n.t('guard.frameText')}</p> : <Guard />, diagnose);
