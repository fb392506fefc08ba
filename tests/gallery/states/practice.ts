/** Where the practice stands. */
export const practiceStates = [
  'guard',
  'sign-in',
  'right-account',
  'other-account',
  'granted',
  'wrong-account',
];
