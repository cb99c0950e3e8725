import type { Command, Invocation, Values } from '../cli/command.js';
import { UsageError } from '../cli/failure.js';
import { tellOn } from '../cli/findings.js';
import { handsOf } from '../cli/hands-set.js';
import { measure } from '../cli/measured.js';
import {
  analysisOptions,
  codeOptions,
  filterOptions,
  passOptions,
  pathsArgument,
  withoutQuery,
} from '../cli/options.js';
import { formatOf, printBlock, printReport } from '../cli/print.js';
import { numberOf } from '../cli/quantity.js';
import { codesShown, studyFor } from '../cli/study-options.js';
import { type Apart, rulesApart } from '../match/apart.js';
import { ruleKey } from '../measure/rule-check/finish.js';
import type { JudgedKind } from '../measure/rule-check/judged.js';
import {
  type RuleCheckInput,
  RULE_CHECK_PARTS,
  type RuleCheckPart,
  ruleCheckBlock,
  ruleCheckSection,
} from '../report/rule-check-section.js';
import type { Grain } from '../report/rule-check-table.js';

const UNITS: readonly JudgedKind[] = ['sentence', 'paragraph', 'turn', 'line'];
const GRAINS: readonly Grain[] = ['code', 'rule', 'keyword'];

export const ruleCheck: Command = {
  name: 'rule-check',
  summary: 'compare keyword rules with codings by hand',
  description:
    'How well the keyword rules find what coders coded, in each language: precision, recall and F1 with Wilson intervals, over the units that coders read. ' +
    'Then units that only a rule or only a coder coded, rules that never fire, and words that would find what the rules miss, to be copied into the codebook. ' +
    'It is agreement with coders, not validity. ' +
    'Codings by hand are the adjudicated ones, or where there are none those of all coders, with the hits that they accepted; --coder, --manual or qcode.yaml name others.',
  arguments: [pathsArgument],
  options: [
    { flags: '--unit <unit>', description: "what is compared (the study's unit, else paragraph)", choices: UNITS },
    {
      flags: '--per <what>',
      description: 'a row for each code, for its rules, or for their keywords too (code)',
      choices: GRAINS,
    },
    { flags: '--list <part>', description: 'only this part, with all quotations', choices: RULE_CHECK_PARTS },
    {
      flags: '--limit <n>',
      description: 'at most so many quotations of either kind for each code (2; with --list all)',
    },
    { flags: '--least <n>', description: 'suggest words for codes with so many units coded by hand (10)' },
    { flags: '--words <n>', description: 'at most so many words for each code and language (5)' },
    ...codeOptions,
    ...filterOptions,
    withoutQuery(
      'A coding that it leaves out would seem missed, or a hit false. Name codes with --code and --below, and texts with --case, --where, --speaker or --source.',
    ),
    ...analysisOptions.filter(({ flags }) => /^--(coder|manual)/.test(flags)),
    ...passOptions,
  ],
  examples: [
    { line: 'qcode rule-check', shows: 'how well the rules find what coders coded, and where they differ' },
    { line: 'qcode rule-check --per keyword --format csv -o keywords.csv', shows: 'each keyword, for a spreadsheet' },
    { line: 'qcode rule-check --list misses --code economic-justice', shows: 'all that the rules of a code miss' },
  ],
  run,
};

async function run(invocation: Invocation): Promise<0 | 1> {
  const { values, shell } = invocation;
  const { part, limit, least, most } = optionsOf(values);
  const findings = tellOn(shell);
  const study = await studyFor(invocation, findings);
  const { codebook, settings } = study;
  const set = handsOf(values, study, 'Without them there is nothing to compare the rules with.');
  const format = formatOf(values);
  const alone = part ?? (format === 'csv' ? 'figures' : undefined);
  const apart = rulesApart(codebook);
  const { value, basis, caveats, leftOut } = await measure(
    invocation,
    { ...study, codebook: apart.codebook },
    findings,
    () => ({
      ruleCheck: {
        unit: unitOf(values, settings.unit),
        codes: codebook.codes.map(({ id }) => id),
        parts: apart.parts,
        asked: codesShown(values, study),
        language: settings.language,
        quotations: alone === 'figures' || alone === 'silent' || alone === 'suggestions' ? 0 : limit,
        words: alone === undefined || alone === 'suggestions',
      },
    }),
    set,
  );
  const tally = value.ruleCheck;
  if (tally.strata.size === 0) {
    throw new UsageError(
      'no source has been coded by hand yet: nobody looked for these codes',
      'Code with qcode tag; qcode sources lists the sources, and --coder and --manual say whose codings count.',
    );
  }
  const grain = (values.one('per') ?? 'code') as Grain;
  const named = values.all('code').length > 0;
  const stopped = stoppedRules(leftOut, apart);
  const input: RuleCheckInput = { tally, codebook, grain, named, stopped, suggest: { least, most }, basis };
  const told = caveats.filter((line) => !isOfPart(line, apart));
  if (alone !== undefined) await printBlock(invocation, ruleCheckBlock(input, alone), told);
  else {
    const section = ruleCheckSection(input);
    const document = { title: section.heading, caveats: told, sections: [section] };
    await printReport(invocation, document, format as Exclude<typeof format, 'csv'>);
  }
  return findings.exitCode();
}

/** The rules that ran out of time. The matcher knows each of them under several codes. */
function stoppedRules(leftOut: readonly { readonly code: string }[], { codebook, parts }: Apart): Set<string> {
  const codes = new Set(leftOut.map(({ code }) => code));
  return new Set(parts.filter((part, i) => part.rule !== null && codes.has(codebook.codes[i]!.id)).map(ruleKey));
}

/** What is said of a part: a rule that ran out of time is named once, with its code, and not for each part that it is in. */
function isOfPart(line: string, { codebook, parts }: Apart): boolean {
  return parts.some(({ rule }, i) => rule !== null && line.includes(codebook.codes[i]!.id));
}

function optionsOf(values: Values) {
  const part = values.one('list') as RuleCheckPart | undefined;
  return {
    part,
    limit: numberOf(values, 'limit', 0) ?? (part === undefined ? 2 : null),
    least: numberOf(values, 'least', 1) ?? 10,
    most: numberOf(values, 'words', 0) ?? 5,
  };
}

function unitOf(values: Values, unit: string): JudgedKind {
  const named = values.one('unit') ?? unit;
  return UNITS.find((known) => known === named) ?? 'paragraph';
}
