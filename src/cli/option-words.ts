import type { OptionSpec } from './command.js';
import { UsageError } from './failure.js';

/**
 * Refuses command lines that mean something only by accident: an option that stands where the value of another is wanted,
 * and an option with two values of which one would be lost.
 *
 * @param words before `--`
 */
export function checkOptionWords(options: readonly OptionSpec[], words: readonly string[]): void {
  const named = new Map(options.flatMap((option) => namesOf(option).map((name) => [name, option] as const)));
  const values = new Map<OptionSpec, string>();
  for (let i = 0; i < words.length; i++) {
    const { name, joined } = parted(words[i]!);
    const option = named.get(name);
    if (option === undefined || !/[<[]/.test(option.flags)) continue;
    // A value that may be left out is one only where no option follows.
    if (option.flags.includes('[') && joined === undefined && (words[i + 1] ?? '-').startsWith('-')) continue;
    const value = joined ?? words[++i];
    if (value === undefined) continue;
    if (joined === undefined && (named.has(parted(value).name) || /^--[a-z]+(-[a-z]+)*$/.test(value))) {
      const remedy = `Give ${name} its value; where that is it, write ${namesOf(option).at(-1)!}=${value}.`;
      throw new UsageError(`${name} wants a value, and "${value}" looks like an option`, remedy);
    }
    const earlier = values.get(option);
    if (!option.repeatable && earlier !== undefined && earlier !== value)
      throw new UsageError(`${name} is given twice`, `It is "${earlier}" and "${value}": leave one of them out.`);
    values.set(option, value);
  }
}

/** `-o` and `--output` of `-o, --output <file>`. */
function namesOf({ flags }: OptionSpec): string[] {
  return flags.replace(/ [<[].*$/, '').split(', ');
}

/** The name of an option and the value that is joined to it by an equals sign. */
function parted(word: string): { readonly name: string; readonly joined?: string } {
  const equals = word.startsWith('--') ? word.indexOf('=') : -1;
  return equals < 0 ? { name: word } : { name: word.slice(0, equals), joined: word.slice(equals + 1) };
}
