import '../stage/bare.ts';
import { showPage } from '@/components/parts/page.tsx';
import { LABEL, OTHER_LABEL } from '@/entrypoints/help/example.ts';
import { MarketplacePage } from '@/entrypoints/help/practice/MarketplacePage.tsx';
import { Practice } from '@/entrypoints/help/practice/Practice.tsx';
import { Result } from '@/entrypoints/help/practice/Result.tsx';
import '@/components/renewal/guidance.css';
import '@/components/renewal/steps.css';
import '@/entrypoints/guard/guard.css';
import '@/entrypoints/help/practice/practice.css';

const nothing = (): void => undefined;
const SIGNED_IN: Record<string, string> = { 'right-account': LABEL, 'other-account': OTHER_LABEL };

function Shown({ state }: { state: string }) {
  if (state === 'guard') return <Practice />;
  if (state === 'granted' || state === 'wrong-account') return <Result result={state} onAgain={nothing} />;
  return (
    <div class="practice">
      <MarketplacePage signedIn={SIGNED_IN[state]} onSignIn={nothing} onAgree={nothing} />
    </div>
  );
}

const state = new URLSearchParams(location.search).get('state') ?? '';
showPage('Grantkeeper', <Shown state={state} />, async () => '');
