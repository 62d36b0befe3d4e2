/** Faults of points, sums and evidence. */
import { dateCell, errorCell, form, HEALTH, SET, uncalculated, workbook, type Fixture } from './base.ts';
import { book, sheet } from '#test/support/book';

const HEALTH_ONLY = ['Sở Y tế'];
const EVIDENCE = { F6: 'Bắt buộc' };

/** Self points of 1.2 in all three departments, and evidence for two of them. */
const CLAIMED = { F5: 150, F10: 100, F15: 100, I10: 'Danh sách tập huấn số 12', I15: 'Kế hoạch 34/KH-SCT' };

export const pointFaults: Fixture[] = [
  {
    id: 'points.error-cell',
    name: 'verified points are a formula that shows #REF!',
    picture: workbook({ data: { G5: errorCell('#REF!') } }),
    cell: 'Số liệu!G5',
    severity: 'error',
    blocked: HEALTH_ONLY,
  },
  {
    id: 'points.error-cell',
    name: 'self points in error decide nothing while the figures do',
    picture: workbook({ data: { F5: errorCell('#REF!') } }),
    cell: 'Số liệu!F5',
    severity: 'warning',
    points: { 'Sở Y tế': 860 },
  },
  {
    id: 'points.uncalculated',
    name: 'verified points are a formula that was never calculated',
    picture: workbook({ data: { G5: uncalculated } }),
    cell: 'Số liệu!G5',
    severity: 'error',
    blocked: HEALTH_ONLY,
  },
  {
    id: 'points.not-a-number',
    name: 'verified points say "đạt"',
    picture: workbook({ data: { G5: 'đạt yêu cầu' } }),
    cell: 'Số liệu!G5',
    severity: 'error',
    blocked: HEALTH_ONLY,
  },
  {
    id: 'points.not-a-number',
    name: 'verified points were made a date',
    picture: workbook({ data: { G5: dateCell('15/10/2026') } }),
    cell: 'Số liệu!G5',
    severity: 'error',
    blocked: HEALTH_ONLY,
  },
  {
    id: 'points.not-a-number',
    name: '"92.830" can only be 92.83 points of 200',
    picture: workbook({ data: { G5: '92.830' } }),
    cell: 'Số liệu!G5',
    severity: 'warning',
    points: { 'Sở Y tế': 802.83 },
  },
  {
    id: 'points.negative',
    name: 'negative verified points',
    picture: workbook({ data: { G5: -10 } }),
    cell: 'Số liệu!G5',
    severity: 'error',
    blocked: HEALTH_ONLY,
  },
  {
    id: 'points.above-maximum',
    name: '250 points of 200',
    picture: workbook({ data: { G5: 250 } }),
    cell: 'Số liệu!G5',
    severity: 'error',
    blocked: HEALTH_ONLY,
  },
  {
    id: 'points.text-number',
    name: 'verified points stored as text',
    picture: workbook({ data: { G5: '140,5' } }),
    cell: 'Số liệu!G5',
    severity: 'note',
    points: { 'Sở Y tế': 850.5 },
  },
  {
    id: 'points.self-differs',
    name: 'the department claims 160 where its own figures give 150',
    picture: workbook({ data: { F5: 160 } }),
    cell: 'Số liệu!F5',
    severity: 'warning',
    points: { 'Sở Y tế': 860 },
  },
  {
    id: 'points.verified-without-reason',
    name: 'points were cut without a word',
    picture: workbook({ data: { F5: 150, G5: 140 } }),
    cell: 'Số liệu!H5',
    severity: 'warning',
    points: { 'Sở Y tế': 850 },
  },
  {
    id: 'points.total-differs',
    name: 'the typed total of a form is not the sum of its rows',
    picture: book(
      sheet('Bộ chỉ số', SET),
      sheet('Phiếu', form('Sở Y tế', HEALTH, { G6: 100, G7: 150, G9: 350, G10: 180, G11: 80, G12: 850 })),
    ),
    cell: 'Phiếu!G12',
    severity: 'warning',
    points: { 'Sở Y tế': 860 },
  },
  {
    id: 'points.total-differs',
    name: 'a typed pillar sum is not the sum of its rows',
    picture: book(
      sheet('Bộ chỉ số', SET),
      sheet('Phiếu', form('Sở Y tế', HEALTH, { G5: 240, G6: 100, G7: 150, G9: 350, G10: 180, G11: 80 })),
    ),
    cell: 'Phiếu!G5',
    severity: 'warning',
    points: { 'Sở Y tế': 860 },
  },
  {
    id: 'points.total-differs',
    name: 'the typed rank of a matrix is not the rank by points',
    picture: book(
      sheet('Bảng điểm', [
        ['TT', 'Đơn vị', '1', '2', 'Tổng điểm', 'Xếp hạng'],
        [null, 'Điểm tối đa', 400, 600, 1000],
        [1, 'Xã An Bình', 300, 500, 800, 1],
        [2, 'Xã Bình Minh', 250, 400, 650, 3],
        [3, 'Xã Cẩm Mỹ', 200, 400, 600, 3],
      ]),
    ),
    cell: 'Bảng điểm!F4',
    severity: 'warning',
    points: { 'Xã Bình Minh': 650 },
  },
  {
    id: 'evidence.missing',
    name: 'points are claimed without the document that is required',
    picture: workbook({ set: EVIDENCE, data: CLAIMED }),
    cell: 'Số liệu!I5',
    severity: 'warning',
  },
  {
    id: 'evidence.placeholder',
    name: 'the evidence still says "Nhập số văn bản"',
    picture: workbook({ set: EVIDENCE, data: { ...CLAIMED, I5: 'Nhập số văn bản' } }),
    cell: 'Số liệu!I5',
    severity: 'warning',
  },
  ...['……', '[số, ngày văn bản]', '<đường dẫn>', 'xxx'].map((text): Fixture => ({
    id: 'evidence.placeholder',
    name: `the evidence is only ${text}`,
    picture: workbook({ set: EVIDENCE, data: { ...CLAIMED, I5: text } }),
    cell: 'Số liệu!I5',
    severity: 'warning',
  })),
];
