import { i18n } from '#i18n';
import { showPage } from '@/components/parts/page.tsx';
import { Help } from './Help.tsx';
import '@/components/renewal/guidance.css';
import '@/components/renewal/steps.css';
import '../guard/guard.css';
import './practice/practice.css';
import './guide/guide.css';

// It asks the background nothing, and has nothing to tell somebody who helps.
showPage(i18n.t('help.title'), <Help />, async () => '');
