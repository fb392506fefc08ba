import '../stage/bare.ts';
import { showPage } from '@/components/parts/page.tsx';
import { Guide } from '@/entrypoints/help/guide/Guide.tsx';
import '@/components/renewal/guidance.css';
import '@/components/renewal/steps.css';
import '@/entrypoints/guard/guard.css';
import '@/entrypoints/help/practice/practice.css';
import '@/entrypoints/help/guide/guide.css';

showPage('Grantkeeper', <Guide asked="" />, async () => '');
