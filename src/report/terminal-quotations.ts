import { citation, contextOf, headOf, remarks, wordsOf } from './citation.js';
import { flow, paragraphsOf } from './flow.js';
import { CLOSE, OPEN, wrap } from './lines.js';
import type { Piece, Quotation, QuotationGroup, Quotations } from './model.js';
import { bandsOf, beside, columnWidth } from './side-by-side.js';
import { type Style, plain } from './style.js';

/** Lines of text longer than this tire the eye, however wide the terminal. */
const READABLE = 100;
/** In a terminal no wider, groups within groups are not indented. */
const LEAST_ROOM = 24;

/** Wraps a paragraph with its keywords between asterisks, and emphasises them line by line. */
function markedLines(pieces: readonly Piece[], width: number, style: Style): string[] {
  const text = pieces
    .map(({ text, marked }) => {
      const own = text.replaceAll(OPEN, '\ufffd').replaceAll(CLOSE, '\ufffd');
      return marked ? OPEN + own + CLOSE : own;
    })
    .join('');
  let inside = false;
  return wrap(text, width).map((line) => {
    const parts = line.split(/([\ue000\ue001])/);
    return parts
      .map((part) => {
        if (part === OPEN || part === CLOSE) {
          inside = part === OPEN;
          return style.bold('*');
        }
        return inside && part !== '' ? style.bold(part) : part;
      })
      .join('');
  });
}

function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));
}

function quotationLines(quotation: Quotation, block: Quotations, width: number, style: Style): string[] {
  const room = Math.min(READABLE, width) - 4;
  const cited = citation(quotation, block);
  const { before, after, isAround } = contextOf(quotation, block);
  // Where much stands around them, the words themselves stand behind a bar: a file has no colours.
  const bar = isAround ? '| ' : '';
  const words = paragraphsOf(wordsOf(quotation, block))
    .map((pieces) => markedLines(pieces, room - bar.length, style))
    .flatMap((lines, i) => (i > 0 ? ['', ...lines] : lines));
  const beside = (texts: readonly string[]): string[] =>
    texts
      .map(flow)
      .filter((text) => text !== '')
      .flatMap((text) => wrap(text, room))
      .map(style.dim);
  return [
    ...(cited === '' ? [] : indented(wrap(cited, width - 2), 2)),
    ...indented(
      [
        ...beside(before),
        ...(isAround ? words.map((line) => `${bar}${line}`.trimEnd()) : words),
        ...beside(after),
        ...beside(remarks(quotation, block)),
      ],
      4,
    ),
  ];
}

/** A group under its heading; groups within it stand two columns further in, as far as there is room. */
function groupLines(group: QuotationGroup, block: Quotations, width: number, style: Style): string[] {
  const { heading, note, quotations, groups = [] } = group;
  const step = width > LEAST_ROOM ? 2 : 0;
  return [
    ...(heading === '' ? [] : wrap(flow(heading), width).map(style.bold)),
    ...(note === undefined ? [] : wrap(flow(note), width).map(style.dim)),
    ...headOf(group, block).flatMap((line) => wrap(flow(line), Math.min(READABLE, width)).map(style.dim)),
    ...groups.flatMap((each) => ['', ...indented(groupLines(each, block, width - step, style), step)]),
    ...quotations.flatMap((quotation, i) => [
      ...(i > 0 || heading !== '' || note !== undefined ? [''] : []),
      ...quotationLines(quotation, block, width, style),
    ]),
  ];
}

/** Groups that are compared, beside one another as far as they fit. */
function bandLines(block: Quotations, width: number, style: Style): string[] {
  return bandsOf(block.groups, width).flatMap((band) => {
    const room = columnWidth(band.length, width);
    const columns = band.map((group) => ({
      lines: groupLines(group, block, room, style),
      measured: groupLines(group, block, room, plain),
    }));
    return ['', ...beside(columns, room)];
  });
}

/** Quotations as lines of at most `width` (≥ 6) columns, under the heading of each group. */
export function quotationLinesOf(block: Quotations, width: number, style: Style): string[] {
  const groups = block.sideBySide
    ? bandLines(block, width, style)
    : block.groups.flatMap((group) => ['', ...groupLines(group, block, width, style)]);
  return [
    ...wrap(flow(block.title), width).map(style.bold),
    ...(block.notes.length > 0 ? ['', ...block.notes.flatMap((note) => wrap(flow(note), width).map(style.dim))] : []),
    ...(groups.length > 0 ? groups : ['', '(none)']),
  ];
}
