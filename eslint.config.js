import tseslint from 'typescript-eslint';

const PURE = ['core', 'text', 'codebook', 'coding', 'match', 'measure', 'report', 'check'];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'samples/', 'codebooks/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    rules: {
      'no-console': 'error',
      'no-restricted-imports': ['error', { paths: [{ name: 'natural', message: 'Import one module of it.' }] }],
      'no-restricted-properties': [
        'error',
        { property: 'localeCompare', message: 'The same input gives the same bytes: no locale.' },
        { property: 'toLocaleString', message: 'The same input gives the same bytes: no locale.' },
        { property: 'toLocaleLowerCase', message: 'The same input gives the same bytes: no locale.' },
        { property: 'toLocaleUpperCase', message: 'The same input gives the same bytes: no locale.' },
      ],
    },
  },
  {
    files: PURE.map((layer) => `src/${layer}/**/*.ts`),
    rules: {
      'no-restricted-globals': ['error', 'process', 'Date', 'Intl', 'setTimeout', 'setImmediate', 'performance'],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }, { property: 'localeCompare' }],
    },
  },
  // Generated tables and tests of whole commands may be long.
  { files: ['src/text/tables/**', 'test/**'], rules: { 'max-lines': 'off' } },
);
