/**
 * Departments of Đồng Nai as of 2023. Ten names stand in the province's own reports; the others are those of the standard list of provincial
 * departments of that year. The reports count 21: which the last one was is not known, and none is made up.
 */
import type { UnitList } from './list.ts';

const NAMES: readonly string[] = [
  'Văn phòng UBND tỉnh',
  'Sở Nội vụ',
  'Sở Tư pháp',
  'Sở Tài chính',
  'Sở Kế hoạch và Đầu tư',
  'Sở Công Thương',
  'Sở Nông nghiệp và Phát triển nông thôn',
  'Sở Giao thông vận tải',
  'Sở Xây dựng',
  'Sở Tài nguyên và Môi trường',
  'Sở Thông tin và Truyền thông',
  'Sở Lao động - Thương binh và Xã hội',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Khoa học và Công nghệ',
  'Sở Giáo dục và Đào tạo',
  'Sở Y tế',
  'Sở Ngoại vụ',
  'Thanh tra tỉnh',
  'Ban Dân tộc',
  'Ban Quản lý các Khu công nghiệp',
];

export const dongNaiDepartments: UnitList = {
  id: 'dong-nai-departments',
  title: 'Sở, ban, ngành của tỉnh Đồng Nai (2023; một phần theo danh mục chung)',
  units: NAMES.map((name, at) => ({ name, code: `SN${String(at + 1).padStart(2, '0')}`, group: 'Sở, ban, ngành' })),
};
