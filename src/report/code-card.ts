import type { Code, Rule } from '../codebook/codebook.js';
import type { Block, Report } from './model.js';

/**
 * One code with all that its codebook says of it.
 *
 * @param memos where memos on it lie
 */
export function codeCard(code: Code, below: readonly Code[], memos: readonly string[]): Report {
  const { id, was, name, definition, include, exclude, examples, parent, rules, except } = code;
  const text = (heading: string, words: string | undefined) =>
    words === undefined ? [] : [{ heading, blocks: [{ kind: 'paragraph', text: words } satisfies Block] }];
  const list = (heading: string, key: string, items: readonly string[]) =>
    items.length === 0 ? [] : [{ heading, blocks: [{ kind: 'list', name: key, items } satisfies Block] }];
  return {
    title: name === id ? id : `${name} (${id})`,
    caveats: [],
    sections: [
      ...text('Definition', definition),
      ...text('Use it', include),
      ...text('Do not use it', exclude),
      ...list('Examples', 'examples', examples),
      ...list('Keywords', 'keywords', rules.map(describeRule)),
      ...list(
        'Except inside',
        'except',
        except.map(({ written }) => written),
      ),
      ...text('Below', parent ?? undefined),
      ...list('Formerly', 'was', was),
      ...list(
        'Codes below it',
        'codes',
        below.map((each) => `${'  '.repeat(each.depth - code.depth - 1)}${each.name} (${each.id})`),
      ),
      ...list('Memos', 'memos', memos),
      ...(rules.length === 0 ? text('Keywords', 'None: the code is laid by hand only.') : []),
    ],
  };
}

function describeRule({ name, near, unless, within, speaker, segment }: Rule): string {
  const words = (keywords: Rule['near']): string => keywords.map(({ written }) => written).join(' | ');
  const reach = within ? `within ${within.words} words or ${within.chars} characters` : `in the same ${segment}`;
  return [
    name,
    ...(near.length > 0 ? [`near ${words(near)} (${reach})`] : []),
    ...(unless.length > 0 ? [`unless ${words(unless)} (${reach})`] : []),
    ...(speaker === undefined ? [] : [`said by ${speaker}`]),
    `codes the ${segment}`,
  ].join('; ');
}
