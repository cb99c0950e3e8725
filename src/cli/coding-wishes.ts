import process from 'node:process';
import { STAR } from '../coding/citation.js';
import { isTime } from '../coding/event-time.js';
import { WITHHELD } from '../measure/quotation.js';
import type { CodingCells } from '../store/coding-rows.js';
import { coderFault, coderName, timeNow } from '../store/identity.js';
import type { Wish } from './coding-drafts.js';
import { codersOf } from './coders.js';
import { askedPlace } from './coding-fields.js';
import { type Flaw, codeFinder, flawOfProperties, isFlaw, sourceFinder } from './coding-names.js';
import type { Invocation } from './command.js';
import { Halt } from './failure.js';
import type { CodedStudy } from './study-options.js';

/** Makes wishes of rows: `--coder` goes before the column, which goes before the coder of the command line. */
export function wisher({ values, shell }: Invocation, study: CodedStudy): (row: CodingCells) => Wish | Flaw {
  const find = sourceFinder(study, shell.folder);
  const codeOf = codeFinder(study);
  const coders = codersOf(study.logs);
  const own = coderName(values, process.env, coders);
  const forAll = values.one('coder') !== undefined;
  if (forAll && own.value === undefined) throw new Halt(own.diagnostics);
  const now = timeNow();
  const wrong = (message: string, remedy?: string): Flaw => ({ code: 'QC444', message, ...(remedy && { remedy }) });
  return ({ number, cells, properties }) => {
    const { id, at = now, verdict, star, memo } = cells;
    if (cells.source === undefined) return wrong('there is no source');
    const source = find(cells.source);
    if (isFlaw(source)) return source;
    if (cells.code === undefined) return wrong('there is no code');
    const code = codeOf(cells.code);
    if (isFlaw(code)) return code;
    const coder = forAll ? own.value : (cells.coder ?? own.value);
    if (coder === undefined) return wrong(own.diagnostics[0]!.message, own.diagnostics[0]!.remedy);
    const fault = coderFault(coder, coders);
    if (fault !== null) return wrong(`the coder "${coder}" ${fault}`);
    if (!coders.includes(coder)) coders.push(coder);
    if (!isTime(at)) return wrong(`"${at}" is no time in UTC such as 2026-01-02T03:04:05Z`);
    if (verdict !== undefined && verdict !== 'accept' && verdict !== 'reject')
      return wrong(`a verdict is accept or reject, not "${verdict}"`);
    if (properties === null) return wrong('properties are written name=value; name=value');
    const all = { ...properties, ...(star !== undefined && { [STAR]: star.normalize('NFKC').toLowerCase() }) };
    const flaw = flawOfProperties(study, all);
    if (flaw) return flaw;
    const place = placeIn(cells);
    if (isFlaw(place)) return place;
    return {
      source,
      coder,
      code: code.id,
      ...place,
      at,
      ...(id !== undefined && { id }),
      ...(verdict && { verdict }),
      ...(memo !== undefined && { memo }),
      properties: all,
      called: `row ${number}`,
    };
  };
}

/** Where a row says that its coding is: positions go before words, words in a line before words in a turn. */
function placeIn({
  line,
  turn,
  quotation,
  nth,
  start,
  end,
}: CodingCells['cells']): Pick<Wish, 'place' | 'expected' | 'stated'> | Flaw {
  const within = { ...(line && { line }), ...(turn && { turn }) };
  const hasPositions = start !== undefined || end !== undefined;
  const place = hasPositions
    ? askedPlace({ ...(start && { start }), ...(end && { end }) })
    : askedPlace({ ...within, ...(quotation && { quotation }), ...(nth && { nth }) });
  if ('message' in place) return { code: 'QC442', ...place };
  // Words at their positions are proof enough: lines and turns are other ones once a header or a label was corrected.
  if (hasPositions && quotation !== undefined && quotation !== WITHHELD) return { place, expected: quotation };
  if (Object.keys(within).length === 0) return { place };
  const stated = askedPlace(within);
  return 'message' in stated ? { code: 'QC442', ...stated } : { place, stated };
}
