/**
 * Non-speech markers: what a transcriber noted in brackets beside the words. The list is closed; other bracketed text is
 * speech. Case, numbers, times, durations and who it was (`[both laugh]`, `（两人笑）`) do not count.
 */
// prettier-ignore
export const markerWords: readonly string[] = [
  'laugh', 'laughs', 'laughing', 'laughter', 'laughed', 'chuckle', 'chuckles', 'chuckling', 'giggle', 'giggles', 'giggling',
  'smile', 'smiles', 'smiling', 'sigh', 'sighs', 'sighing', 'cough', 'coughs', 'coughing', 'clears throat', 'sniff', 'sniffs',
  'sniffles', 'sneezes', 'cry', 'cries', 'crying', 'sob', 'sobs', 'sobbing', 'tearful', 'weeps', 'weeping', 'gasp', 'gasps', 'whisper',
  'whispers', 'whispering', 'yawns', 'groans', 'breathes', 'exhales', 'inhales', 'clap', 'claps', 'clapping', 'applause', 'cheering', 'cheers',
  'nod', 'nods', 'nodding', 'nods head', 'shakes head', 'shaking head', 'shrug', 'shrugs', 'gestures', 'gesturing',
  'pause', 'pauses', 'paused', 'long pause', 'short pause', 'brief pause', 'slight pause', 'silence', 'long silence', 'beat',
  'crosstalk', 'cross talk', 'overlap', 'overlapping', 'overlapping speech', 'overlapping conversation', 'overtalk', 'overtalking',
  'simultaneous speech', 'speaking simultaneously', 'speaking over each other', 'talking over each other', 'multiple speakers',
  'unintelligible', 'inaudible', 'indiscernible', 'indistinct', 'unclear', 'incomprehensible', 'inaudible segment', 'muffled',
  'audio cuts out', 'audio drops', 'no audio', 'blank audio', 'recording paused', 'recording stopped', 'recording resumed', 'recording resumes',
  'recording starts', 'recording begins', 'recording ends', 'start of recording', 'end of recording', 'end of audio', 'end of tape',
  'end of interview', 'end of transcript', 'interview ends', 'phone rings', 'phone ringing', 'telephone rings', 'doorbell rings', 'knock', 'knocking',
  'knock on door', 'door opens', 'door closes', 'background noise', 'background conversation', 'noise', 'static', 'music', 'music playing',
  'theme music', 'intro music', 'outro music', 'break', 'interruption', 'interrupted',
  '笑', '大笑', '微笑', '苦笑', '轻笑', '輕笑', '冷笑', '偷笑', '傻笑', '笑笑', '笑了', '笑起来', '笑起來', '笑声', '笑聲', '笑場', '笑场', '哈哈', '哈哈大笑', '哈哈笑', '齐笑', '齊笑',
  '点头', '點頭', '摇头', '搖頭', '沉默', '静默', '靜默', '沉默片刻', '停顿', '停頓', '长停顿', '長停頓', '停顿片刻', '停頓片刻', '短暂停顿', '短暫停頓', '思考', '沉思', '想了想', '想一想', '叹气', '嘆氣', '歎氣', '叹息', '嘆息',
  '哭', '哭泣', '哭声', '哭聲', '哽咽', '流泪', '流淚', '落泪', '落淚', '抽泣', '啜泣', '咳', '咳嗽', '清嗓子', '清喉咙', '清喉嚨', '鼓掌', '掌声', '掌聲', '拍手', '举手', '舉手', '挥手', '揮手', '摆手', '擺手', '耸肩', '聳肩', '皱眉', '皺眉', '手势', '手勢', '比手势', '比手勢', '耳语', '耳語', '低声', '低聲', '小声', '小聲',
  '听不清', '聽不清', '听不清楚', '聽不清楚', '听不见', '聽不見', '无法辨识', '無法辨識', '无法听清', '無法聽清', '录音不清', '錄音不清', '录音不清楚', '錄音不清楚', '模糊', '模糊不清', '含糊', '含糊不清', '声音不清', '聲音不清',
  '同时说话', '同時說話', '多人同时说话', '多人同時說話', '同时讲话', '同時講話', '插话', '插話', '插嘴', '打断', '打斷', '重叠', '重疊', '抢话', '搶話', '众人讨论', '眾人討論',
  '电话响', '電話響', '电话铃响', '電話鈴響', '手机响', '手機響', '接电话', '接電話', '接听电话', '接聽電話', '敲门', '敲門', '敲门声', '敲門聲', '喝水', '喝茶', '饮茶', '飲茶', '倒茶', '倒水', '起身', '离席', '離席',
  '音乐', '音樂', '噪音', '杂音', '雜音', '背景音', '背景噪音', '休息', '中场休息', '中場休息', '中午休息', '录音中断', '錄音中斷', '录音暂停', '錄音暫停', '录音停止', '錄音停止', '录音开始', '錄音開始', '录音结束', '錄音結束', '访谈开始', '訪談開始', '访谈结束', '訪談結束', '访谈中断', '訪談中斷', '采访结束', '採訪結束',
];
