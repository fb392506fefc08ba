import type { JSX } from 'preact';
import { BadgePicture, CardPicture, GuardPicture, RowsPicture, WrongPicture } from './pictures.tsx';

/** What the help explains, in its order, by ids for addresses: a surface links to the part that it is about. */
export const TOPICS = [
  { id: 'stopped', heading: 'help.stopped', text: 'help.stoppedText', Picture: GuardPicture },
  { id: 'ways', heading: 'help.ways', text: 'help.waysText' },
  { id: 'wrong', heading: 'help.wrong', text: 'help.wrongText', Picture: WrongPicture },
  { id: 'badge', heading: 'help.badge', text: 'help.badgeText', Picture: BadgePicture },
  { id: 'reminders', heading: 'help.reminders', text: 'help.remindersText' },
  { id: 'several', heading: 'help.several', text: 'help.severalText', Picture: RowsPicture },
  { id: 'apart', heading: 'help.apart', text: 'help.apartText' },
  { id: 'never', heading: 'help.never', text: 'help.neverText', Picture: CardPicture },
  { id: 'different', heading: 'help.different', text: 'help.differentText' },
  { id: 'organisation', heading: 'help.organisation', text: 'help.organisationText' },
] as const satisfies readonly { id: string; heading: string; text: string; Picture?: () => JSX.Element }[];
