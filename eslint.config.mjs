import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['node_modules', 'build', 'data', 'test-results', 'src/platform/i18n/messages.generated.ts'] },
  tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Use a named export, so that a name means the same thing everywhere.',
        },
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals instead of an enum.' },
      ],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['src/cli/**', 'bin/**', 'bench/**', 'tests/**', '*.config.*'], rules: { 'no-console': 'off' } },
  // Tools that ask for a default export.
  {
    files: ['*.config.ts', '*.config.mjs', '.dependency-cruiser.mjs', 'tests/journeys/start-program.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
)
