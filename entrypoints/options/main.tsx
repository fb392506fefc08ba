import { i18n } from '#i18n';
import { showPage } from '@/components/page.tsx';
import { Dashboard } from './Dashboard.tsx';
import './dashboard.css';

showPage(i18n.t('extName'), <Dashboard />);
