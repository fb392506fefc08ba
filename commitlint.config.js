/** Conventional Commits. The subject is a sentence of its own, so it may be longer than usual. */
export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    'header-max-length': [2, 'always', 140],
    'subject-case': [0],
    'body-max-line-length': [0],
  },
};
