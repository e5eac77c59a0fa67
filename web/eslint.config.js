import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const features = readdirSync(new URL('./src/features', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

// Direction: lib, ui, client <- annotator <- features <- app. Each zone names what its files may not reach.
const zones = [
  {
    target: ['./src/lib', './src/ui', './src/client'],
    from: ['./src/annotator', './src/features', './src/app'],
    message: 'lib, ui and client are the bottom layer.',
  },
  {
    target: './src/lib',
    from: ['./src/ui', './src/client'],
    message: 'lib knows no screen and no server call.',
  },
  { target: './src/ui', from: './src/client', message: 'ui draws what it is given; it never fetches.' },
  {
    target: './src/annotator',
    from: ['./src/client', './src/features', './src/app'],
    message: 'The annotator is a library of its own.',
  },
  { target: './src/features', from: './src/app', message: 'app composes features, never the reverse.' },
  ...features.map((name) => ({
    target: `./src/features/${name}`,
    from: './src/features',
    except: [`./${name}`],
    message: 'A feature never imports another feature; compose them in app.',
  })),
];

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'src/client/schema.d.ts', '**/.vite'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  reactHooks.configs.flat['recommended-latest'],
  {
    languageOptions: { globals: { ...globals.browser } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-self-import': 'error',
      'import-x/no-duplicates': ['error', { 'prefer-inline': false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    // Server calls live in features/*/api (one hook per call) and in app. Types and the session context are free.
    files: ['src/features/**/*.{ts,tsx}'],
    ignores: ['src/features/*/api/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['@/client/api', '@/client/upload', '**/client/api'], message: 'Call the server from features/*/api only.' },
          ],
        },
      ],
    },
  },
  { files: ['public/**/*.js'], languageOptions: { sourceType: 'script' } },
  { files: ['scripts/**', '*.config.js'], languageOptions: { globals: globals.node } },
);
