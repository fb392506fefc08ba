import { i18n } from '#i18n';
import { showPage } from '@/components/parts/page.tsx';
import { diagnose } from '@/utils/messages/diagnose.ts';
import { Welcome } from './Welcome.tsx';
import './welcome.css';

showPage(i18n.t('popup.emptyHeading'), <Welcome />, diagnose);
