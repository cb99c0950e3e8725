import { describe, expect, it } from '@jest/globals';
import { isKnownLabel, labelKey, roleOf, shownLabel, speakersOf } from '../../../src/text/speaker.js';
import { parsed } from './parsed.js';

describe('labelKey', () => {
  it('is one for both normal forms, so that consent holds whatever an editor has saved', () =>
    expect(labelKey('Rene\u0301e')).toBe(labelKey('Renée')));
});

describe('roleOf', () => {
  it.each([
    'Interviewer',
    'INTERVIEWER 2',
    'Interviewer2 2',
    'interviewer_1',
    'I',
    'I1',
    'Q',
    'Ｑ',
    'Q3',
    'Moderator',
    '访谈者',
    '訪談者',
    '访谈者 1',
    '采访人',
    '採訪人',
    '问',
    '問',
    '主持人',
  ])('%s interviews', (label) => expect(roleOf(label)).toBe('interviewer'));
  it.each([
    'Interviewee',
    'interviewee 3',
    'R',
    'R2',
    'Respondent-1',
    'Participant 4',
    '受访者',
    '受訪者',
    '受访者甲',
    '被访者2',
    '答',
    '回答',
  ])('%s responds', (label) => expect(roleOf(label)).toBe('respondent'));
  it.each(['Dan', 'B', 'A', 'Speaker 1', '说话人1', '李老师', ''])('%j names no role', (label) =>
    expect(roleOf(label)).toBeUndefined(),
  );
  it('takes A for the answer to Q, not to B', () => {
    expect(roleOf('A', ['Q', 'A'])).toBe('respondent');
    expect(roleOf('A', ['A', 'B'])).toBeUndefined();
  });
});

describe('labels', () => {
  it('are one label whatever their case, width and spaces', () => {
    expect(labelKey(' Interviewer  1')).toBe(labelKey('ＩＮＴＥＲＶＩＥＷＥＲ1'));
    expect(labelKey('Interviewer2 2')).not.toBe(labelKey('Interviewer 2'));
    expect(shownLabel('　Ms \t Fong ')).toBe('Ms Fong');
    expect(labelKey('访谈者\u200b')).toBe('访谈者');
  });
  it('are known by themselves when they name a role or a speaker in general', () => {
    expect(['Speaker 3', 'SPEAKER_00', '发言人2', 'P4', 'Unknown Speaker', '众人'].every(isKnownLabel)).toBe(true);
    expect(['Dan', '戏剧方面', '注', 'A'].some(isKnownLabel)).toBe(false);
  });
});

describe('speakersOf', () => {
  it('lists speakers in order of first speaking with role and turns', () => {
    expect(speakersOf(parsed('Intro words here, then more.\n\nI: a\nDan: b\nI: c\nDan: d\nI: e\n').transcript)).toEqual(
      [
        { speaker: 'I', role: 'interviewer', turns: 3 },
        { speaker: 'Dan', role: 'other', turns: 2 },
      ],
    );
  });
});
