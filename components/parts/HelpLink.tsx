import { QuestionIcon } from './icons.tsx';

interface HelpLinkProps {
  /** What it leads to, for the help page’s address: empty for all of it. */
  part?: string;
  label: string;
}

/** A question mark that opens the help beside this page. */
export function HelpLink({ part, label }: HelpLinkProps) {
  return (
    <a
      class="button plain icon help"
      href={part ? `/help.html#${part}` : '/help.html'}
      target="_blank"
      rel="noreferrer"
      aria-label={label}
      title={label}
    >
      <QuestionIcon />
    </a>
  );
}
