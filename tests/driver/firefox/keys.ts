/** WebDriver's code points for keys without a character, by their DOM names. */
const codes: Record<string, string> = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  Meta: '\uE03D',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
};

/** @throws Error for a name that is neither a known key nor one character */
function keyValue(key: string): string {
  const value = codes[key] ?? key;
  if ([...value].length === 1) return value;
  throw new Error(`There is no key ${key}.`);
}

type KeyAction = { type: 'keyDown' | 'keyUp'; value: string };

/** Down in this order, up in the reverse. */
export function chordActions(keys: readonly string[]): KeyAction[] {
  const values = keys.map(keyValue);
  return [
    ...values.map((value) => ({ type: 'keyDown' as const, value })),
    ...values.toReversed().map((value) => ({ type: 'keyUp' as const, value })),
  ];
}

export function typingActions(text: string): KeyAction[] {
  return [...text].flatMap((character) => chordActions([character === '\n' ? 'Enter' : character]));
}
