import { describe, expect, it } from '@jest/globals';
import { parsed, speechOf } from './parsed.js';

const srt =
  '\ufeff1\r\n00:00:00,110 --> 00:00:01,069\r\nWe asked for\r\n\r\n2\r\n00:00:01,069 --> 00:00:02,500\r\nmore money.\r\n\r\n3\r\n00:00:02,600 --> 00:00:03,000\r\nThey said\r\nno.\r\n\r\n4\r\n00:00:09,000 --> 00:00:10,000\r\nSo\r\n\r\n5\r\n00:00:15,000 --> 00:00:16,000\r\nwe left\r\n';

describe('SRT', () => {
  it('joins cues into turns that end with a sentence or before a silence of two seconds', () => {
    expect(parsed(srt, 'a.srt').turns).toEqual([
      '– [other, 00:00:00,110]: We asked for more money.',
      '– [other, 00:00:02,600]: They said no.',
      '– [other, 00:00:09,000]: So',
      '– [other, 00:00:15,000]: we left',
    ]);
  });

  it('leaves one line feed between the texts of two cues', () => {
    const { transcript, furniture } = parsed(srt, 'a.srt');
    expect(furniture[0]).toBe('cue: 1\n00:00:00,110 --> 00:00:01,069');
    expect(furniture[1]).toBe('cue: 2\n00:00:01,069 --> 00:00:02,500');
    expect(furniture).toHaveLength(5);
    expect(speechOf(transcript, transcript.turns[0]!.start, transcript.turns[0]!.end)).toBe('We asked for more money.');
  });

  it('takes labels inside cues; the same label in the next cue goes on', () => {
    const { turns } = parsed(
      '1\n00:00:01,000 --> 00:00:02,000\nInterviewer: How was\n\n2\n00:00:02,000 --> 00:00:03,000\nInterviewer: the tender?\n\n3\n00:00:03,000 --> 00:00:04,000\nMs Fong: Hard.\nInterviewer: Hm.\n\n4\n00:00:04,000 --> 00:00:05,000\nMs Fong: Yes.\n',
      'a.srt',
    );
    expect(turns).toEqual([
      'Interviewer [interviewer, 00:00:01,000]: How was the tender?',
      'Ms Fong [other, 00:00:03,000]: Hard.',
      'Interviewer [interviewer, 00:00:03,000]: Hm.',
      'Ms Fong [other, 00:00:04,000]: Yes.',
    ]);
  });

  it('reads cues without blank lines between them', () => {
    expect(
      parsed('1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:02,000 --> 00:00:03,000\nTwo.\n', 'a.srt').turns,
    ).toEqual(['– [other, 00:00:01,000]: One.', '– [other, 00:00:02,000]: Two.']);
  });
});

describe('WebVTT', () => {
  const vtt =
    'WEBVTT - Interview\nKind: captions\nLanguage: en\n\nNOTE made by hand\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Ann Lee>Hello <i>you</i></v>\n\n00:02.000 --> 00:03.500\n<v Ann Lee>there.</v>\n\nNOTE a remark\nof two lines\n\n00:04.000 --> 00:05.000\n<v.loud Bo>Hi.\n';

  it('takes voices for speakers and tags, notes, styles and the header for none', () => {
    const { turns, furniture } = parsed(vtt, 'a.vtt');
    expect(turns).toEqual(['Ann Lee [other, 00:01.000]: Hello you there.', 'Bo [other, 00:04.000]: Hi.']);
    expect(furniture[0]).toMatch(/^header: WEBVTT/);
    expect(furniture).toContain('cue: <i>');
  });

  it('knows declared voices', () => {
    expect(parsed(vtt, 'a.vtt', { speakers: { 'Ann Lee': { role: 'interviewer' } } }).turns[0]).toMatch(
      /^Ann Lee \[interviewer/,
    );
  });

  it('takes a voice for a speaker wherever it stands in a cue, and lets it end with the cue', () => {
    const { turns } = parsed(
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mei>money</v> <v Bob>two</v>\n\n00:02.000 --> 00:03.000\nwho knows\n\n00:03.000 --> 00:04.000\nwho\n\n00:04.000 --> 00:05.000\n<v Bob>me\n',
      'a.vtt',
    );
    expect(turns).toEqual([
      'Mei [other, 00:01.000]: money',
      'Bob [other, 00:01.000]: two',
      '– [other, 00:02.000]: who knows who',
      'Bob [other, 00:04.000]: me',
    ]);
  });

  it('has a repeated voice for no label, so that phrases go on over it', () => {
    const { furniture } = parsed(
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>service\n\n00:02.000 --> 00:03.000\n<v Anna>contract\n',
      'a.vtt',
    );
    expect(furniture.filter((piece) => piece.includes('<v'))).toEqual(['label: <v Anna>', 'cue: <v Anna>']);
  });

  it('has no turns when it has no cues', () => {
    const { transcript } = parsed('WEBVTT\n\n', 'a.vtt');
    expect(transcript.turns).toEqual([]);
  });
});
