/** Main indicators and their points: Decision 3473/QĐ-UBND of Đồng Nai (29/12/2023). The 40 components are illustrations (minh họa). */
import type { SetData } from '../schema.ts';

export const dongNaiDepartments: SetData = {
  id: 'dong-nai-departments',
  title: 'Bộ chỉ số chuyển đổi số các sở, ban, ngành tỉnh Đồng Nai (minh họa)',
  basis: 'Quyết định 3473/QĐ-UBND ngày 29/12/2023 của UBND tỉnh Đồng Nai',
  provenance:
    'Tên và điểm các chỉ số chính theo Quyết định 3473/QĐ-UBND; chỉ số thành phần và cách tính là minh họa, không phải văn bản chính thức.',
  illustrative: true,
  total: 1000,
  pillars: [
    {
      code: '1',
      name: 'Nhận thức số',
      maximum: 50,
      indicators: [
        {
          code: '1.1',
          name: 'Vai trò của người đứng đầu trong Ban Chỉ đạo chuyển đổi số',
          maximum: 10,
          rule: 'Chọn: Thủ trưởng là trưởng ban = 100%; Cấp phó là trưởng ban = 50%; Chưa có = 0',
          evidence: true,
        },
        {
          code: '1.2',
          name: 'Số cuộc họp chuyên đề về chuyển đổi số do người đứng đầu chủ trì trong năm',
          maximum: 15,
          rule: 'Mức a: >= 4 = 15; >= 3 = 11; >= 2 = 7; >= 1 = 4; còn lại = 0',
          labels: {
            a: 'Số cuộc họp',
          },
          evidence: true,
        },
        {
          code: '1.3',
          name: 'Chuyên mục chuyển đổi số trên trang thông tin điện tử của đơn vị',
          maximum: 10,
          rule: 'Cộng: Có chuyên mục = 50%; Cập nhật hằng tháng = 50%',
          evidence: true,
        },
        {
          code: '1.4',
          name: 'Số tin, bài tuyên truyền về chuyển đổi số',
          maximum: 15,
          rule: 'a x 0,5',
          labels: {
            a: 'Số tin, bài',
          },
        },
      ],
    },
    {
      code: '2',
      name: 'Thể chế số',
      maximum: 150,
      indicators: [
        {
          code: '2.1',
          name: 'Ban hành kế hoạch chuyển đổi số năm của đơn vị',
          maximum: 40,
          rule: 'Có/Không',
          evidence: true,
        },
        {
          code: '2.2',
          name: 'Tỷ lệ nhiệm vụ trong kế hoạch chuyển đổi số hoàn thành đúng hạn',
          maximum: 50,
          rule: 'a/b',
          labels: {
            a: 'Số nhiệm vụ hoàn thành đúng hạn',
            b: 'Số nhiệm vụ đến hạn',
          },
          notArising: '0 điểm',
          evidence: true,
        },
        {
          code: '2.3',
          name: 'Ban hành quy chế quản lý, vận hành hệ thống thông tin',
          maximum: 30,
          rule: 'Có/Không',
          evidence: true,
        },
        {
          code: '2.4',
          name: 'Báo cáo chuyển đổi số định kỳ đúng hạn',
          maximum: 30,
          rule: 'Trừ: a x 5',
          labels: {
            a: 'Số lần báo cáo chậm',
          },
        },
      ],
    },
    {
      code: '3',
      name: 'Hạ tầng số',
      maximum: 50,
      indicators: [
        {
          code: '3.1',
          name: 'Tỷ lệ cán bộ, công chức được trang bị máy tính',
          maximum: 20,
          rule: 'a/b',
          labels: {
            a: 'Số người có máy tính',
            b: 'Tổng số cán bộ, công chức',
          },
          notArising: 'đủ điểm',
        },
        {
          code: '3.2',
          name: 'Tỷ lệ máy tính kết nối mạng truyền số liệu chuyên dùng',
          maximum: 15,
          rule: 'a/b đạt 90%',
          labels: {
            a: 'Số máy tính đã kết nối',
            b: 'Tổng số máy tính',
          },
          notArising: 'đủ điểm',
        },
        {
          code: '3.3',
          name: 'Có phòng họp trực tuyến kết nối với tỉnh',
          maximum: 15,
          rule: 'Có/Không',
          evidence: true,
        },
      ],
    },
    {
      code: '4',
      name: 'Nhân lực số',
      maximum: 100,
      indicators: [
        {
          code: '4.1',
          name: 'Có công chức chuyên trách hoặc đầu mối về chuyển đổi số',
          maximum: 20,
          rule: 'Có/Không',
          evidence: true,
        },
        {
          code: '4.2',
          name: 'Tỷ lệ cán bộ, công chức được bồi dưỡng kỹ năng số',
          maximum: 30,
          rule: 'a/b đạt 80%',
          labels: {
            a: 'Số người được bồi dưỡng',
            b: 'Tổng số cán bộ, công chức',
          },
          notArising: 'đủ điểm',
          evidence: true,
        },
        {
          code: '4.3',
          name: 'Tỷ lệ cán bộ chuyên trách được tập huấn chuyên sâu',
          maximum: 30,
          rule: 'a/b',
          labels: {
            a: 'Số người được tập huấn',
            b: 'Tổng số cán bộ chuyên trách',
          },
          notArising: 'quy đổi',
          evidence: true,
        },
        {
          code: '4.4',
          name: 'Tỷ lệ cán bộ, công chức hoàn thành khóa học trực tuyến mở đại trà',
          maximum: 20,
          rule: 'Mức a/b: >= 90% = 100%; từ 50% đến dưới 90% = theo tỷ lệ; còn lại = 0',
          labels: {
            a: 'Số người hoàn thành',
            b: 'Tổng số cán bộ, công chức',
          },
          notArising: 'đủ điểm',
        },
      ],
    },
    {
      code: '5',
      name: 'An toàn thông tin mạng',
      maximum: 100,
      indicators: [
        {
          code: '5.1',
          name: 'Tỷ lệ hệ thống thông tin được phê duyệt cấp độ an toàn',
          maximum: 30,
          rule: 'a/b',
          labels: {
            a: 'Số hệ thống đã phê duyệt',
            b: 'Tổng số hệ thống',
          },
          notArising: 'loại',
          evidence: true,
        },
        {
          code: '5.2',
          name: 'Tỷ lệ hệ thống triển khai đầy đủ phương án bảo đảm an toàn',
          maximum: 30,
          rule: 'a/b',
          labels: {
            a: 'Số hệ thống đã triển khai',
            b: 'Tổng số hệ thống',
          },
          notArising: 'loại',
          evidence: true,
        },
        {
          code: '5.3',
          name: 'Tỷ lệ máy tính cài phần mềm phòng, chống mã độc tập trung',
          maximum: 20,
          rule: 'a/b',
          labels: {
            a: 'Số máy tính đã cài',
            b: 'Tổng số máy tính',
          },
          notArising: 'đủ điểm',
        },
        {
          code: '5.4',
          name: 'Sự cố an toàn thông tin nghiêm trọng',
          maximum: 20,
          rule: 'Trừ: a x 10',
          labels: {
            a: 'Số sự cố',
          },
        },
      ],
    },
    {
      code: '6',
      name: 'Hoạt động chính quyền số',
      maximum: 300,
      indicators: [
        {
          code: '6.1',
          name: 'Tỷ lệ văn bản đi ký số trên trục liên thông',
          maximum: 40,
          rule: 'a/b',
          labels: {
            a: 'Số văn bản ký số',
            b: 'Tổng số văn bản đi',
          },
          notArising: 'đủ điểm',
        },
        {
          code: '6.2',
          name: 'Tỷ lệ hồ sơ công việc xử lý trên môi trường mạng',
          maximum: 40,
          rule: 'a/b đạt 90%',
          labels: {
            a: 'Số hồ sơ xử lý trên mạng',
            b: 'Tổng số hồ sơ công việc',
          },
          notArising: 'đủ điểm',
        },
        {
          code: '6.3',
          name: 'Tỷ lệ thủ tục hành chính đủ điều kiện được cung cấp trực tuyến toàn trình',
          maximum: 40,
          rule: 'a/b',
          labels: {
            a: 'Số thủ tục trực tuyến toàn trình',
            b: 'Số thủ tục đủ điều kiện',
          },
          notArising: 'quy đổi',
        },
        {
          code: '6.4',
          name: 'Tỷ lệ hồ sơ nộp trực tuyến',
          maximum: 50,
          rule: 'a/b đạt 80%',
          labels: {
            a: 'Số hồ sơ nộp trực tuyến',
            b: 'Tổng số hồ sơ tiếp nhận',
          },
          notArising: 'quy đổi',
        },
        {
          code: '6.5',
          name: 'Tỷ lệ hồ sơ giải quyết đúng hạn',
          maximum: 40,
          rule: 'a/b',
          labels: {
            a: 'Số hồ sơ đúng hạn',
            b: 'Tổng số hồ sơ đã giải quyết',
          },
          notArising: 'quy đổi',
        },
        {
          code: '6.6',
          name: 'Tỷ lệ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính',
          maximum: 40,
          rule: 'a/b',
          labels: {
            a: 'Số hồ sơ đã số hóa',
            b: 'Tổng số hồ sơ',
          },
          notArising: 'quy đổi',
        },
        {
          code: '6.7',
          name: 'Kết nối, chia sẻ dữ liệu',
          maximum: 50,
          rule: 'Tổng: [a/b] x 45 + [c x 1] x 5',
          labels: {
            a: 'Số dịch vụ dữ liệu đã kết nối',
            b: 'Số dịch vụ dữ liệu theo kế hoạch',
            c: 'Số cơ sở dữ liệu dùng chung',
          },
          notArising: 'đủ điểm',
          evidence: true,
        },
      ],
    },
    {
      code: '7',
      name: 'Hoạt động kinh tế số',
      maximum: 50,
      indicators: [
        {
          code: '7.1',
          name: 'Số doanh nghiệp trong ngành được hỗ trợ chuyển đổi số',
          maximum: 20,
          rule: 'a/cao nhất',
          labels: {
            a: 'Số doanh nghiệp được hỗ trợ',
          },
          evidence: true,
        },
        {
          code: '7.2',
          name: 'Tỷ lệ khoản thu không dùng tiền mặt',
          maximum: 15,
          rule: 'a/b',
          labels: {
            a: 'Số giao dịch không dùng tiền mặt',
            b: 'Tổng số giao dịch',
          },
          notArising: 'quy đổi',
        },
        {
          code: '7.3',
          name: 'Tỷ lệ gói thầu qua mạng',
          maximum: 15,
          rule: 'a/b',
          labels: {
            a: 'Số gói thầu qua mạng',
            b: 'Tổng số gói thầu',
          },
          notArising: 'đủ điểm',
        },
      ],
    },
    {
      code: '8',
      name: 'Hoạt động xã hội số',
      maximum: 100,
      indicators: [
        {
          code: '8.1',
          name: 'Tỷ lệ phản ánh, kiến nghị được xử lý đúng hạn',
          maximum: 40,
          rule: 'a/b',
          labels: {
            a: 'Số phản ánh xử lý đúng hạn',
            b: 'Tổng số phản ánh',
          },
          notArising: 'đủ điểm',
        },
        {
          code: '8.2',
          name: 'Mức độ hài lòng của người dân, doanh nghiệp',
          maximum: 30,
          rule: 'Mức tỷ lệ a: >= 90% = 100%; từ 70% đến dưới 90% = 75%; từ 50% đến dưới 70% = 50%; còn lại = 0',
          labels: {
            a: 'Tỷ lệ hài lòng',
          },
          evidence: true,
        },
        {
          code: '8.3',
          name: 'Hoạt động hỗ trợ người dân sử dụng dịch vụ số',
          maximum: 30,
          rule: 'a x 5',
          labels: {
            a: 'Số đợt hỗ trợ',
          },
          evidence: true,
        },
      ],
    },
    {
      code: '9',
      name: 'Thực hiện các nhiệm vụ cải thiện chỉ số DTI cấp tỉnh',
      maximum: 50,
      indicators: [
        {
          code: '9.1',
          name: 'Tỷ lệ nhiệm vụ cải thiện DTI hoàn thành',
          maximum: 25,
          rule: 'a/b',
          labels: {
            a: 'Số nhiệm vụ hoàn thành',
            b: 'Số nhiệm vụ được giao',
          },
          notArising: 'quy đổi',
          evidence: true,
        },
        {
          code: '9.2',
          name: 'Tỷ lệ chỉ tiêu DTI được giao đạt kế hoạch',
          maximum: 15,
          rule: 'a/b kế hoạch',
          labels: {
            a: 'Kết quả đạt được',
            b: 'Chỉ tiêu kế hoạch',
          },
          notArising: 'đủ điểm',
        },
        {
          code: '9.3',
          name: 'Cung cấp số liệu DTI đầy đủ, đúng hạn',
          maximum: 10,
          rule: 'Có/Không',
          evidence: true,
        },
      ],
    },
    {
      code: '10',
      name: 'Kết quả chuyển đổi số (Thay đổi phương thức làm việc dựa trên các công nghệ số)',
      maximum: 50,
      indicators: [
        {
          code: '10.1',
          name: 'Tỷ lệ cuộc họp không giấy',
          maximum: 15,
          rule: 'a/b',
          labels: {
            a: 'Số cuộc họp không giấy',
            b: 'Tổng số cuộc họp',
          },
          notArising: 'đủ điểm',
        },
        {
          code: '10.2',
          name: 'Sáng kiến chuyển đổi số được công nhận',
          maximum: 10,
          rule: 'a x 2',
          labels: {
            a: 'Số sáng kiến',
          },
          evidence: true,
        },
        {
          code: '10.3',
          name: 'Ứng dụng nền tảng dùng chung trong quản lý ngành',
          maximum: 10,
          rule: 'Cao nhất: [a/b]; [c/d]',
          labels: {
            a: 'Số nền tảng đã dùng',
            b: 'Số nền tảng phải dùng',
            c: 'Số người dùng thường xuyên',
            d: 'Tổng số tài khoản',
          },
          notArising: 'đủ điểm',
        },
        {
          code: '10.4',
          name: 'Hiệu quả thay đổi phương thức làm việc do hội đồng đánh giá',
          maximum: 10,
          rule: 'Chấm điểm',
          evidence: true,
        },
        {
          code: '10.5',
          name: 'Thống kê, phân tích dữ liệu phục vụ điều hành',
          maximum: 5,
          rule: 'Có/Không',
          evidence: true,
        },
      ],
    },
  ],
};
