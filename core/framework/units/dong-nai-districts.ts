/** The eleven districts and cities of Đồng Nai until 30 June 2025, with the codes of the General Statistics Office. */
import type { UnitList } from './list.ts';

const UNITS: readonly (readonly [name: string, code: string])[] = [
  ['Thành phố Biên Hòa', '731'],
  ['Thành phố Long Khánh', '732'],
  ['Huyện Tân Phú', '734'],
  ['Huyện Vĩnh Cửu', '735'],
  ['Huyện Định Quán', '736'],
  ['Huyện Trảng Bom', '737'],
  ['Huyện Thống Nhất', '738'],
  ['Huyện Cẩm Mỹ', '739'],
  ['Huyện Long Thành', '740'],
  ['Huyện Xuân Lộc', '741'],
  ['Huyện Nhơn Trạch', '742'],
];

export const dongNaiDistricts: UnitList = {
  id: 'dong-nai-districts',
  title: 'Huyện, thành phố của Đồng Nai (2024)',
  units: UNITS.map(([name, code]) => ({ name, code, group: 'Cấp huyện' })),
};
