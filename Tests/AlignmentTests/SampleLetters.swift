@testable import Alignment

/// A letter in English and Vietnamese.
enum SampleLetters {
    static let english: [[String]] = [
        ["An open letter to the leaders of APEC"],
        ["Dear leaders,"],
        [
            "We are organisations from 12 countries that work for human rights in Southeast Asia.",
            "We write to you before the summit of 10 November 2017 in Đà Nẵng.",
        ],
        [
            "In the past year, the authorities have arrested at least 25 bloggers and activists.",
            "Among them is the lawyer Nguyen Van Dai, who has been held without trial since 2015.",
            "His family has been allowed to visit him only twice.",
        ],
        [
            "Mother Mushroom, as the blogger is known, was sentenced to 10 years in prison.",
            "Her only offence was to write about the pollution of the sea by Formosa.",
            "We believe that nobody should go to prison for an article.",
        ],
        [
            "Article 19 of the ICCPR protects the freedom of expression.",
            "We ask you to raise these cases with your hosts.",
            "We ask you to call for the release of all prisoners of conscience.",
        ],
        ["Respectfully yours,"],
        ["Access Now"], ["Front Line Defenders"], ["Viet Tan"],
    ]
    static let vietnamese: [[String]] = [
        ["Thư ngỏ gửi các nhà lãnh đạo APEC"],
        ["Kính gửi Quý vị lãnh đạo,"],
        [
            "Chúng tôi là các tổ chức từ 12 quốc gia hoạt động vì nhân quyền tại Đông Nam Á.",
            "Chúng tôi viết thư này trước hội nghị thượng đỉnh ngày 10 tháng 11 năm 2017 tại Đà Nẵng.",
        ],
        [
            "Trong năm qua, chính quyền đã bắt giữ ít nhất 25 blogger và nhà hoạt động.",
            "Trong số đó có luật sư Nguyễn Văn Đài, người bị giam giữ không xét xử từ năm 2015; "
                + "gia đình chỉ được thăm ông hai lần.",
        ],
        [
            "Blogger Mẹ Nấm bị kết án 10 năm tù.",
            "Tội duy nhất của bà là viết về việc Formosa làm ô nhiễm biển.",
            "Chúng tôi tin rằng không ai phải vào tù vì một bài viết.",
        ],
        [
            "Điều 19 của ICCPR bảo vệ quyền tự do biểu đạt.",
            "Chúng tôi đề nghị Quý vị nêu các trường hợp này với nước chủ nhà.",
            "Chúng tôi đề nghị Quý vị kêu gọi trả tự do cho mọi tù nhân lương tâm.",
        ],
        ["Trân trọng,"],
        ["Access Now"], ["Front Line Defenders"], ["Việt Tân"],
    ]

    /// Another letter, of which the English one is no translation.
    static let unrelated: [[String]] = [
        ["Thông báo về lịch cắt điện tháng tới"],
        [
            "Công ty điện lực xin thông báo lịch ngừng cung cấp điện để bảo trì lưới điện.",
            "Quý khách vui lòng tắt các thiết bị trước giờ cắt điện.",
        ],
        [
            "Khu vực chợ Hôm: từ 8 giờ đến 11 giờ 30.",
            "Khu vực phố Huế: từ 13 giờ đến 16 giờ.",
            "Nếu trời mưa to, việc bảo trì sẽ được dời sang tuần sau.",
        ],
        [
            "Mọi thắc mắc xin liên hệ tổng đài chăm sóc khách hàng.",
            "Nhân viên của chúng tôi trực suốt ngày đêm, kể cả ngày lễ.",
        ],
        ["Chúng tôi xin lỗi vì sự bất tiện này và mong quý khách thông cảm."],
        ["Giám đốc chi nhánh"],
    ]
}
