import { i18n } from '#i18n';
import { showPage } from '@/components/page.tsx';
import { keepStorage } from '@/utils/platform/persistence.ts';
import { Dashboard } from './Dashboard.tsx';
import './dashboard.css';

void keepStorage();
showPage(i18n.t('extName'), <Dashboard />);
