/** Words for index sets in files of their own that can't be used (vi), by id. */
export const sets = {
  'set.code-twice': 'mã {code} xuất hiện hai lần',
  'set.rule': 'cách tính của chỉ số {code} (“{rule}”) không đọc được: {detail}',
  'set.too-big': '{place} quá lớn (nhiều nhất {most})',
  'set.too-small': '{place} quá nhỏ (ít nhất {least})',
  'set.shape': 'chỗ {place} không đúng khuôn dạng ({detail})',
};
