import { i18n } from '#i18n';
import {
  colourOf,
  initialFrom,
  initialOf,
  MARK_COLOURS,
  type Mark,
  type MarkColour,
} from '@/utils/domain/account/mark.ts';
import { ConnectionMark } from '../design/ConnectionMark.tsx';
import { Field } from './Field.tsx';
import './mark.css';

const NAMES = {
  blue: 'mark.blue',
  turquoise: 'mark.turquoise',
  purple: 'mark.purple',
  pink: 'mark.pink',
  orange: 'mark.orange',
} as const satisfies Record<MarkColour, string>;

interface MarkFieldsProps {
  connection: { id: string; name: string };
  mark: Mark;
  onInput: (mark: Mark) => void;
}

/** The mark as the product chooses this part of it. */
function without(mark: Mark, part: keyof Mark): Mark {
  const { [part]: _, ...rest } = mark;
  return rest;
}

/** A connection's colour and initial: the product's own choice, until the person makes another. */
export function MarkFields({ connection, mark, onInput }: MarkFieldsProps) {
  const own = colourOf(connection);
  const choose = (colour: MarkColour): void =>
    onInput(colour === own ? without(mark, 'colour') : { ...mark, colour });
  const write = (typed: string): void => {
    const initial = initialFrom(typed);
    onInput(initial ? { ...mark, initial } : without(mark, 'initial'));
  };
  const chosen = colourOf({ ...connection, mark });
  return (
    <div class="row mark-fields">
      <fieldset>
        <legend>{i18n.t('mark.colour')}</legend>
        <div class="row">
          {MARK_COLOURS.map((colour) => (
            <label key={colour} class="swatch">
              <input
                type="radio"
                name="mark-colour"
                value={colour}
                checked={colour === chosen}
                onChange={() => choose(colour)}
              />
              <ConnectionMark connection={{ ...connection, mark: { ...mark, colour } }} size={28} />
              <span class="visually-hidden">{i18n.t(NAMES[colour])}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field label={i18n.t('mark.initial')} optional>
        {(control) => (
          <input
            {...control}
            class="initial"
            autoComplete="off"
            maxLength={40}
            placeholder={initialOf(connection)}
            value={mark.initial ?? ''}
            onChange={(event) => write(event.currentTarget.value)}
          />
        )}
      </Field>
    </div>
  );
}
