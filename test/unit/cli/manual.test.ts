import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { manual } from '../../../src/cli/manual.js';
import { registry } from '../../../src/commands/registry.js';
import { helpSections } from '../../../src/tui/keys/help.js';

describe('MANUAL.md', () => {
  it('is what `npm run docs` writes', async () => {
    expect(readFileSync('MANUAL.md', 'utf8')).toBe(await manual(registry, helpSections()));
  });
});
