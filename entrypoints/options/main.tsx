import { i18n } from '#i18n';
import { showPage } from '@/components/page.tsx';
import { Options } from './Options.tsx';
import './options.css';

showPage(i18n.t('options.title'), <Options />);
