/** The counts 8/64/1,000: Decision 3473/QĐ-UBND of Đồng Nai. Points, components and rules are illustrations (minh họa). */
import type { SetData } from '../schema.ts';

export const dongNaiDistricts: SetData = {
 "id": "dong-nai-districts",
 "title": "Bộ chỉ số chuyển đổi số cấp huyện tỉnh Đồng Nai (minh họa)",
 "basis": "Quyết định 3473/QĐ-UBND ngày 29/12/2023 của UBND tỉnh Đồng Nai (số lượng 8/64/1.000)",
 "provenance": "Số lượng 8 chỉ số chính, 64 chỉ số thành phần và tổng 1.000 theo Quyết định 3473/QĐ-UBND; điểm từng chỉ số, tên và cách tính là minh họa, không phải văn bản chính thức.",
 "illustrative": true,
 "total": 1000,
 "pillars": [
  {
   "code": "1",
   "name": "Nhận thức số",
   "maximum": 80,
   "indicators": [
    {
     "code": "1.1",
     "name": "Lãnh đạo Ban Chỉ đạo chuyển đổi số cấp huyện",
     "maximum": 15,
     "rule": "Chọn: Bí thư = 100%; Chủ tịch = 100%; Phó Chủ tịch = 50%; Chưa có = 0",
     "evidence": true
    },
    {
     "code": "1.2",
     "name": "Số cuộc họp chuyển đổi số do Chủ tịch chủ trì",
     "maximum": 15,
     "rule": "Mức a: >= 4 = 15; >= 3 = 11; >= 2 = 7; >= 1 = 4; còn lại = 0",
     "labels": {
      "a": "Số cuộc họp"
     },
     "evidence": true
    },
    {
     "code": "1.3",
     "name": "Chuyên mục chuyển đổi số trên cổng thông tin điện tử",
     "maximum": 10,
     "rule": "Cộng: Có chuyên mục = 50%; Cập nhật hằng tuần = 50%",
     "evidence": true
    },
    {
     "code": "1.4",
     "name": "Tin, bài tuyên truyền trên hệ thống truyền thanh cơ sở",
     "maximum": 10,
     "rule": "a x 0,2",
     "labels": {
      "a": "Số tin, bài"
     }
    },
    {
     "code": "1.5",
     "name": "Tỷ lệ xã có chuyên mục chuyển đổi số",
     "maximum": 10,
     "rule": "a/b",
     "labels": {
      "a": "Số xã có chuyên mục",
      "b": "Tổng số xã"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "1.6",
     "name": "Tổ chức Ngày chuyển đổi số quốc gia 10/10",
     "maximum": 10,
     "rule": "Có/Không",
     "evidence": true
    },
    {
     "code": "1.7",
     "name": "Tỷ lệ xã đã thành lập tổ công nghệ số cộng đồng",
     "maximum": 10,
     "rule": "a/b",
     "labels": {
      "a": "Số xã đã thành lập",
      "b": "Tổng số xã"
     },
     "notArising": "đủ điểm"
    }
   ]
  },
  {
   "code": "2",
   "name": "Thể chế số",
   "maximum": 120,
   "indicators": [
    {
     "code": "2.1",
     "name": "Nghị quyết, chỉ thị của cấp ủy về chuyển đổi số",
     "maximum": 15,
     "rule": "Có/Không",
     "evidence": true
    },
    {
     "code": "2.2",
     "name": "Kế hoạch chuyển đổi số hằng năm",
     "maximum": 20,
     "rule": "Có/Không",
     "evidence": true
    },
    {
     "code": "2.3",
     "name": "Tỷ lệ nhiệm vụ chuyển đổi số hoàn thành",
     "maximum": 25,
     "rule": "a/b",
     "labels": {
      "a": "Số nhiệm vụ hoàn thành",
      "b": "Số nhiệm vụ đến hạn"
     },
     "notArising": "0 điểm",
     "evidence": true
    },
    {
     "code": "2.4",
     "name": "Quy chế khai thác dữ liệu dùng chung",
     "maximum": 15,
     "rule": "Có/Không",
     "evidence": true
    },
    {
     "code": "2.5",
     "name": "Báo cáo định kỳ đúng hạn",
     "maximum": 15,
     "rule": "Trừ: a x 3",
     "labels": {
      "a": "Số lần báo cáo chậm"
     }
    },
    {
     "code": "2.6",
     "name": "Tỷ lệ xã ban hành kế hoạch chuyển đổi số",
     "maximum": 15,
     "rule": "a/b",
     "labels": {
      "a": "Số xã đã ban hành",
      "b": "Tổng số xã"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "2.7",
     "name": "Chính sách khuyến khích dùng dịch vụ công trực tuyến",
     "maximum": 15,
     "rule": "Có/Không",
     "evidence": true
    }
   ]
  },
  {
   "code": "3",
   "name": "Hạ tầng số",
   "maximum": 100,
   "indicators": [
    {
     "code": "3.1",
     "name": "Tỷ lệ hộ gia đình có cáp quang",
     "maximum": 15,
     "rule": "a/b",
     "labels": {
      "a": "Số hộ có cáp quang",
      "b": "Tổng số hộ"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "3.2",
     "name": "Tỷ lệ dân số có điện thoại thông minh",
     "maximum": 15,
     "rule": "a/b đạt 80%",
     "labels": {
      "a": "Số người có điện thoại thông minh",
      "b": "Dân số trưởng thành"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "3.3",
     "name": "Tỷ lệ khu dân cư phủ sóng 5G",
     "maximum": 15,
     "rule": "a/b",
     "labels": {
      "a": "Số khu dân cư đã phủ",
      "b": "Tổng số khu dân cư"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "3.4",
     "name": "Tỷ lệ cán bộ, công chức được trang bị máy tính",
     "maximum": 15,
     "rule": "a/b",
     "labels": {
      "a": "Số người có máy tính",
      "b": "Tổng số cán bộ, công chức"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "3.5",
     "name": "Tỷ lệ cơ quan kết nối mạng truyền số liệu chuyên dùng",
     "maximum": 15,
     "rule": "a/b",
     "labels": {
      "a": "Số cơ quan đã kết nối",
      "b": "Tổng số cơ quan"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "3.6",
     "name": "Tỷ lệ xã có phòng họp trực tuyến",
     "maximum": 10,
     "rule": "a/b",
     "labels": {
      "a": "Số xã có phòng họp",
      "b": "Tổng số xã"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "3.7",
     "name": "Điểm wifi công cộng miễn phí",
     "maximum": 10,
     "rule": "a x 1",
     "labels": {
      "a": "Số điểm wifi"
     }
    },
    {
     "code": "3.8",
     "name": "Ứng dụng nền tảng đô thị thông minh",
     "maximum": 5,
     "rule": "a x 1",
     "labels": {
      "a": "Số nền tảng"
     },
     "evidence": true
    }
   ]
  },
  {
   "code": "4",
   "name": "Nhân lực số",
   "maximum": 100,
   "indicators": [
    {
     "code": "4.1",
     "name": "Cán bộ chuyên trách chuyển đổi số cấp huyện",
     "maximum": 15,
     "rule": "Có/Không",
     "evidence": true
    },
    {
     "code": "4.2",
     "name": "Tỷ lệ xã có cán bộ đầu mối chuyển đổi số",
     "maximum": 15,
     "rule": "a/b",
     "labels": {
      "a": "Số xã có đầu mối",
      "b": "Tổng số xã"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "4.3",
     "name": "Tỷ lệ cán bộ, công chức được bồi dưỡng kỹ năng số",
     "maximum": 15,
     "rule": "a/b đạt 80%",
     "labels": {
      "a": "Số người được bồi dưỡng",
      "b": "Tổng số cán bộ, công chức"
     },
     "notArising": "đủ điểm",
     "evidence": true
    },
    {
     "code": "4.4",
     "name": "Tỷ lệ thành viên tổ công nghệ số được tập huấn",
     "maximum": 15,
     "rule": "a/b",
     "labels": {
      "a": "Số thành viên được tập huấn",
      "b": "Tổng số thành viên"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "4.5",
     "name": "Tỷ lệ trường học dạy kỹ năng số",
     "maximum": 10,
     "rule": "a/b",
     "labels": {
      "a": "Số trường đã dạy",
      "b": "Tổng số trường"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "4.6",
     "name": "Tỷ lệ người dân được phổ cập kỹ năng số",
     "maximum": 10,
     "rule": "Mức a/b: >= 70% = 100%; từ 30% đến dưới 70% = theo tỷ lệ/70%; còn lại = 0",
     "labels": {
      "a": "Số người được phổ cập",
      "b": "Dân số trong độ tuổi"
     },
     "notArising": "0 điểm"
    },
    {
     "code": "4.7",
     "name": "Tỷ lệ giáo viên dùng nền tảng dạy học số",
     "maximum": 10,
     "rule": "a/b",
     "labels": {
      "a": "Số giáo viên sử dụng",
      "b": "Tổng số giáo viên"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "4.8",
     "name": "Lớp tập huấn do huyện tổ chức",
     "maximum": 10,
     "rule": "a x 2",
     "labels": {
      "a": "Số lớp tập huấn"
     },
     "evidence": true
    }
   ]
  },
  {
   "code": "5",
   "name": "An toàn thông tin mạng",
   "maximum": 100,
   "indicators": [
    {
     "code": "5.1",
     "name": "Tỷ lệ hệ thống thông tin được phê duyệt cấp độ",
     "maximum": 20,
     "rule": "a/b",
     "labels": {
      "a": "Số hệ thống đã phê duyệt",
      "b": "Tổng số hệ thống"
     },
     "notArising": "loại",
     "evidence": true
    },
    {
     "code": "5.2",
     "name": "Tỷ lệ hệ thống triển khai phương án bảo vệ",
     "maximum": 20,
     "rule": "a/b",
     "labels": {
      "a": "Số hệ thống đã triển khai",
      "b": "Tổng số hệ thống"
     },
     "notArising": "loại",
     "evidence": true
    },
    {
     "code": "5.3",
     "name": "Tỷ lệ máy tính cài phòng, chống mã độc",
     "maximum": 15,
     "rule": "a/b",
     "labels": {
      "a": "Số máy tính đã cài",
      "b": "Tổng số máy tính"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "5.4",
     "name": "Tham gia diễn tập ứng cứu sự cố",
     "maximum": 10,
     "rule": "Có/Không",
     "evidence": true
    },
    {
     "code": "5.5",
     "name": "Sự cố an toàn thông tin",
     "maximum": 15,
     "rule": "Trừ: a x 5",
     "labels": {
      "a": "Số sự cố"
     }
    },
    {
     "code": "5.6",
     "name": "Tỷ lệ cán bộ được tập huấn an toàn thông tin",
     "maximum": 10,
     "rule": "a/b",
     "labels": {
      "a": "Số người được tập huấn",
      "b": "Tổng số cán bộ"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "5.7",
     "name": "Quy chế bảo đảm an toàn thông tin",
     "maximum": 5,
     "rule": "Có/Không",
     "evidence": true
    },
    {
     "code": "5.8",
     "name": "Kiểm tra, đánh giá an toàn thông tin hằng năm",
     "maximum": 5,
     "rule": "Có/Không",
     "evidence": true
    }
   ]
  },
  {
   "code": "6",
   "name": "Hoạt động chính quyền số",
   "maximum": 300,
   "indicators": [
    {
     "code": "6.1",
     "name": "Tỷ lệ văn bản điện tử ký số",
     "maximum": 40,
     "rule": "a/b",
     "labels": {
      "a": "Số văn bản ký số",
      "b": "Tổng số văn bản đi"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "6.2",
     "name": "Tỷ lệ hồ sơ công việc xử lý trên mạng",
     "maximum": 40,
     "rule": "a/b đạt 90%",
     "labels": {
      "a": "Số hồ sơ xử lý trên mạng",
      "b": "Tổng số hồ sơ công việc"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "6.3",
     "name": "Tỷ lệ hồ sơ trực tuyến toàn trình",
     "maximum": 40,
     "rule": "a/b",
     "labels": {
      "a": "Số hồ sơ trực tuyến toàn trình",
      "b": "Tổng số hồ sơ"
     },
     "notArising": "quy đổi"
    },
    {
     "code": "6.4",
     "name": "Tỷ lệ hồ sơ giải quyết đúng hạn",
     "maximum": 30,
     "rule": "a/b",
     "labels": {
      "a": "Số hồ sơ đúng hạn",
      "b": "Tổng số hồ sơ đã giải quyết"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "6.5",
     "name": "Tỷ lệ số hóa hồ sơ",
     "maximum": 30,
     "rule": "a/b",
     "labels": {
      "a": "Số hồ sơ đã số hóa",
      "b": "Tổng số hồ sơ"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "6.6",
     "name": "Tỷ lệ thanh toán trực tuyến",
     "maximum": 30,
     "rule": "a/b",
     "labels": {
      "a": "Số hồ sơ thanh toán trực tuyến",
      "b": "Số hồ sơ có nghĩa vụ tài chính"
     },
     "notArising": "quy đổi"
    },
    {
     "code": "6.7",
     "name": "Tỷ lệ báo cáo qua hệ thống thông tin báo cáo",
     "maximum": 20,
     "rule": "a/b",
     "labels": {
      "a": "Số báo cáo qua hệ thống",
      "b": "Tổng số báo cáo"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "6.8",
     "name": "Kết nối, chia sẻ dữ liệu",
     "maximum": 25,
     "rule": "Tổng: [a/b] x 20 + [c x 1] x 5",
     "labels": {
      "a": "Số dịch vụ đã kết nối",
      "b": "Số dịch vụ theo kế hoạch",
      "c": "Số cơ sở dữ liệu dùng chung"
     },
     "notArising": "đủ điểm",
     "evidence": true
    },
    {
     "code": "6.9",
     "name": "Tỷ lệ cuộc họp không giấy",
     "maximum": 15,
     "rule": "a/b",
     "labels": {
      "a": "Số cuộc họp không giấy",
      "b": "Tổng số cuộc họp"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "6.10",
     "name": "Hiệu quả chỉ đạo, điều hành do hội đồng đánh giá",
     "maximum": 30,
     "rule": "Chấm điểm",
     "evidence": true
    }
   ]
  },
  {
   "code": "7",
   "name": "Hoạt động kinh tế số",
   "maximum": 100,
   "indicators": [
    {
     "code": "7.1",
     "name": "Doanh nghiệp nhỏ và vừa được hỗ trợ chuyển đổi số",
     "maximum": 20,
     "rule": "a/cao nhất",
     "labels": {
      "a": "Số doanh nghiệp được hỗ trợ"
     },
     "evidence": true
    },
    {
     "code": "7.2",
     "name": "Tỷ lệ doanh nghiệp dùng hóa đơn điện tử",
     "maximum": 10,
     "rule": "a/b",
     "labels": {
      "a": "Số doanh nghiệp sử dụng",
      "b": "Tổng số doanh nghiệp"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "7.3",
     "name": "Tỷ lệ doanh nghiệp dùng hợp đồng điện tử",
     "maximum": 15,
     "rule": "a/b",
     "labels": {
      "a": "Số doanh nghiệp sử dụng",
      "b": "Tổng số doanh nghiệp"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "7.4",
     "name": "Tỷ lệ sản phẩm OCOP trên sàn thương mại điện tử",
     "maximum": 15,
     "rule": "a/b",
     "labels": {
      "a": "Số sản phẩm trên sàn",
      "b": "Tổng số sản phẩm OCOP"
     },
     "notArising": "quy đổi"
    },
    {
     "code": "7.5",
     "name": "Tỷ lệ gói thầu qua mạng",
     "maximum": 10,
     "rule": "a/b",
     "labels": {
      "a": "Số gói thầu qua mạng",
      "b": "Tổng số gói thầu"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "7.6",
     "name": "Số hộ kinh doanh nộp thuế điện tử so với kế hoạch",
     "maximum": 10,
     "rule": "a/b kế hoạch",
     "labels": {
      "a": "Số hộ nộp thuế điện tử",
      "b": "Kế hoạch"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "7.7",
     "name": "Tỷ lệ chợ, trung tâm thương mại thanh toán không tiền mặt",
     "maximum": 10,
     "rule": "a/b",
     "labels": {
      "a": "Số nơi đã triển khai",
      "b": "Tổng số chợ, trung tâm"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "7.8",
     "name": "Có mô hình kinh tế số điển hình",
     "maximum": 10,
     "rule": "Có/Không",
     "evidence": true
    }
   ]
  },
  {
   "code": "8",
   "name": "Hoạt động xã hội số",
   "maximum": 100,
   "indicators": [
    {
     "code": "8.1",
     "name": "Tỷ lệ dân số có tài khoản định danh điện tử",
     "maximum": 20,
     "rule": "a/b",
     "labels": {
      "a": "Số người có tài khoản",
      "b": "Dân số từ 14 tuổi"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "8.2",
     "name": "Tỷ lệ người dân có tài khoản ngân hàng",
     "maximum": 15,
     "rule": "a/b",
     "labels": {
      "a": "Số người có tài khoản",
      "b": "Dân số từ 15 tuổi"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "8.3",
     "name": "Tỷ lệ người dân có sổ sức khỏe điện tử",
     "maximum": 15,
     "rule": "a/b",
     "labels": {
      "a": "Số người có sổ",
      "b": "Dân số"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "8.4",
     "name": "Tỷ lệ người dân có chữ ký số cá nhân",
     "maximum": 10,
     "rule": "a/b",
     "labels": {
      "a": "Số người có chữ ký số",
      "b": "Dân số trưởng thành"
     },
     "notArising": "0 điểm"
    },
    {
     "code": "8.5",
     "name": "Tỷ lệ phản ánh, kiến nghị xử lý đúng hạn",
     "maximum": 15,
     "rule": "a/b",
     "labels": {
      "a": "Số phản ánh đúng hạn",
      "b": "Tổng số phản ánh"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "8.6",
     "name": "Mức độ hài lòng của người dân",
     "maximum": 15,
     "rule": "Mức tỷ lệ a: >= 90% = 100%; từ 70% đến dưới 90% = 75%; từ 50% đến dưới 70% = 50%; còn lại = 0",
     "labels": {
      "a": "Tỷ lệ hài lòng"
     },
     "evidence": true
    },
    {
     "code": "8.7",
     "name": "Tỷ lệ thôn, khu phố có nhóm trao đổi trực tuyến",
     "maximum": 5,
     "rule": "a/b",
     "labels": {
      "a": "Số thôn, khu phố có nhóm",
      "b": "Tổng số thôn, khu phố"
     },
     "notArising": "đủ điểm"
    },
    {
     "code": "8.8",
     "name": "Hỗ trợ người dân qua tổ công nghệ số cộng đồng",
     "maximum": 5,
     "rule": "Cao nhất: [a/b]; [c/d]",
     "labels": {
      "a": "Số lượt hỗ trợ",
      "b": "Kế hoạch lượt hỗ trợ",
      "c": "Số hộ được hỗ trợ",
      "d": "Tổng số hộ"
     },
     "notArising": "đủ điểm"
    }
   ]
  }
 ]
};
