import { builtinModules } from 'node:module';
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const nodeBuiltins = builtinModules.flatMap((name) => [name, `node:${name}`]);

const clockAndChance = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Machines have no clock. Read the recorded instant.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Machines have no clock. Read the recorded instant.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Machines are deterministic.',
  },
];

export default defineConfig(
  globalIgnores(['dist', 'coverage', 'node_modules', '.statehouse']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // Bundled into the Temporal sandbox. webpack reports `node:` imports badly, so stop them here.
    files: ['contracts/**', 'machines/**', 'workflows/**'],
    ignores: ['contracts/zod.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            ...nodeBuiltins.map((name) => ({
              name,
              message: 'Sandbox code has no Node built-ins. Move this into activities/.',
            })),
            { name: 'zod', message: 'Import `z` from contracts/zod.ts, where zod makes no code.' },
          ],
          patterns: [
            {
              group: ['**/activities/**'],
              allowTypeImports: true,
              message: 'Use `import type` for activities.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'process', 'fetch', 'console'],
    },
  },
  {
    files: ['contracts/**', 'machines/**'],
    rules: { 'no-restricted-syntax': ['error', ...clockAndChance] },
  },
  {
    files: ['test/**', 'bench/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // A machine's configuration is one literal, so only code outside machines/ is held to short functions.
    ignores: ['test/**', 'bench/**'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipComments: true }] },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
    languageOptions: {
      globals: { module: 'writable', process: 'readonly', console: 'readonly', URL: 'readonly' },
    },
  },
  prettier,
);
