import { i18n } from '#i18n';
import { showPage } from '@/components/parts/page.tsx';
import { diagnose } from '@/utils/messages/diagnose.ts';
import { keepStorage } from '@/utils/platform/store/persistence.ts';
import { Dashboard } from './Dashboard.tsx';
import './dashboard.css';

void keepStorage();
showPage(i18n.t('extName'), <Dashboard />, diagnose);
