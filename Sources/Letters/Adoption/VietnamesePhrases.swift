extension PhraseBook {
    /// Vietnamese.
    static let vietnamese = PhraseBook(
        clutter: [
            (
                .shareLink,
                [
                    "chia sẻ", "chia sẻ trên …", "chia sẻ qua …", "chia sẻ lên …",
                    "chia sẻ bài này", "chia sẻ bài viết", "chia sẻ bài viết này", "chia sẻ bài …", "thích",
                    "sao chép liên kết", "sao chép đường dẫn", "zalo", "gửi qua …",
                ]
            ),
            (
                .printLink,
                [
                    "in bài", "in bài này", "in bài viết", "in trang này", "in trang", "bản in", "gửi email",
                    "gửi e-mail", "gửi bài này …", "gửi cho bạn bè", "gửi bạn bè", "in ra",
                ]
            ),
            (
                .fileNotice,
                [
                    "tải về", "tải xuống", "tải bản pdf", "tải thư …", "tải file …", "tải tập tin …",
                    "bản pdf",
                    "xem bản pdf", "tải về bản …",
                ]
            ),
            (
                .cookieNotice,
                [
                    "chúng tôi sử dụng cookie …", "chúng tôi dùng cookie …", "trang web này sử dụng cookie …",
                    "trang này sử dụng cookie …", "trang web này dùng cookie …", "chấp nhận cookie",
                    "chấp nhận tất cả", "cài đặt cookie", "chính sách cookie",
                ]
            ),
            (
                .navigation,
                [
                    "trang chủ", "trang nhất", "trình đơn", "danh mục", "tìm kiếm", "giới thiệu",
                    "về chúng tôi", "liên lạc", "tin tức", "tin mới", "đăng nhập", "đăng xuất",
                    "về đầu trang", "lên đầu trang", "quay lại", "trở lại", "trở về", "bài trước",
                    "bài trước …",
                    "bài kế tiếp", "bài kế tiếp …", "bài sau", "bài tiếp theo …", "trang trước", "trang sau",
                    "tiếng việt", "tiếng anh", "ngôn ngữ", "chọn ngôn ngữ", "chính sách bảo mật",
                    "điều khoản sử dụng", "chuyển đến nội dung", "bỏ qua để đến nội dung", "đóng",
                ]
            ),
            (
                .readMore,
                [
                    "đọc thêm", "đọc thêm …", "xem thêm", "xem thêm …", "xem tiếp", "đọc tiếp", "đọc tiếp …",
                    "chi tiết",
                ]
            ),
            (
                .relatedArticles,
                [
                    "bài liên quan", "các bài liên quan", "bài viết liên quan", "các bài viết liên quan",
                    "tin liên quan", "tin liên hệ", "bài cùng chủ đề", "bài cùng chuyên mục", "bài mới",
                    "bài viết mới", "bài mới nhất", "tin mới nhất", "bài khác", "các bài khác",
                    "các tin khác",
                    "đọc nhiều", "đọc nhiều nhất", "xem nhiều nhất", "có thể bạn quan tâm",
                    "bạn có thể thích",
                ]
            ),
            (.copyright, ["bản quyền", "bản quyền …", "mọi quyền được bảo lưu", "giữ bản quyền …"]),
            (
                .callForSupport,
                [
                    "đăng ký nhận …", "đăng ký bản tin …", "ghi danh nhận …", "bản tin", "ủng hộ",
                    "ủng hộ chúng tôi",
                    "ủng hộ chúng tôi …", "quyên góp", "đóng góp ngay", "theo dõi chúng tôi",
                    "theo dõi chúng tôi …", "gửi từ iphone của tôi", "hãy ủng hộ …",
                ]
            ),
            (
                .byline,
                [
                    "đăng ngày …", "đăng bởi …", "đăng lúc …", "đăng vào …", "được đăng …", "người đăng …",
                    "ngày đăng …", "cập nhật …", "tác giả …", "viết bởi …",
                ]
            ),
            (
                .tags,
                ["thẻ", "từ khóa …", "từ khoá …", "chuyên mục", "chuyên mục …", "nhãn …"]
            ),
            (
                .comments,
                [
                    "bình luận", "ý kiến bạn đọc", "gửi bình luận", "viết bình luận", "để lại bình luận",
                    "để lại bình luận …", "phản hồi", "gửi phản hồi", "chưa có bình luận",
                    "không có bình luận",
                    "góp ý",
                ]
            ),
            (.caption, ["ảnh minh họa …", "nguồn ảnh …"]),
            (
                .letterhead,
                [
                    "cộng hòa xã hội chủ nghĩa việt nam", "cộng hoà xã hội chủ nghĩa việt nam",
                    "độc lập tự do hạnh phúc",
                ]
            ),
        ],
        counted: ["bình", "luận", "chia", "sẻ", "lượt", "xem", "thích", "phản", "hồi"],
        salutations: ["kính thưa …", "thưa …", "trọng kính …", "quý vị thân mến", "các bạn thân mến"],
        addresses: ["kính gửi …", "kính gởi …", "gửi …", "đồng kính gửi …", "nơi gửi …"],
        closings: [
            "trân trọng", "trân trọng kính chào …", "trân trọng kính thư", "trân trọng cảm ơn …",
            "trân trọng cám ơn …", "trân trọng kính gửi", "kính thư", "kính chào", "kính bút",
            "kính chào trân trọng",
            "kính thư thay mặt …", "xin trân trọng …", "xin chân thành …", "thành kính", "thân kính",
            "thân ái",
            "thân mến", "chào trân trọng", "chân thành cảm ơn …", "chân thành cám ơn …",
            "với lòng kính trọng",
            "trân trọng chào …",
        ],
        signings: [
            "ký tên", "ký tên …", "đồng ký tên", "đồng ký tên …", "cùng ký tên", "cùng ký tên …",
            "các tổ chức ký tên", "các tổ chức ký tên …", "các tổ chức đồng ký tên",
            "các tổ chức cùng ký tên",
            "các hội đoàn ký tên", "danh sách ký tên", "danh sách các tổ chức …", "danh sách tổ chức …",
            "danh sách các cá nhân …", "các cá nhân ký tên …", "những người ký tên", "những tổ chức ký tên",
            "những tổ chức ký tên …", "thay mặt", "đại diện", "các tổ chức ủng hộ",
        ],
        signingWords: ["ký"],
        groups: [
            "tổ chức", "các tổ chức", "cá nhân", "các cá nhân", "các tổ chức quốc tế", "tổ chức quốc tế",
            "các tổ chức việt nam", "các hội đoàn", "hội đoàn", "các tổ chức xã hội dân sự", "các nhóm",
        ],
        notes: [
            "nơi nhận", "nơi nhận …", "đồng gửi …", "bản sao …", "phụ lục", "phụ lục …", "phụ đính …",
            "liên hệ",
            "liên hệ …", "liên lạc …", "mọi liên hệ …", "mọi chi tiết …", "đính kèm …", "ghi chú",
            "ghi chú …",
            "chú thích", "chú thích …", "tham khảo …", "tái bút …", "t b …",
        ],
        subjects: ["v v …", "về việc …", "trích yếu …", "chủ đề …", "tiêu đề …"],
        replies: ["trả lời", "chuyển tiếp", "tl"],
        dateLabels: ["ngày"],
        weekdays: [
            "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật", "chúa nhật",
        ],
        offices: [
            "ông …", "bà …", "ngài …", "bộ trưởng …", "thủ tướng …", "chủ tịch …", "đại sứ quán …",
            "đại sứ …",
            "văn phòng …", "tổng thống …", "tổng bí thư …", "tổng thư ký …", "bộ ngoại giao …",
            "bộ công an …",
            "bộ tư pháp …", "địa chỉ …", "điện thoại …", "thư điện tử …", "số nhà …", "qua thư điện tử …",
        ],
        mailFields: [
            .from: ["từ", "người gửi"], .to: ["đến", "tới", "người nhận"],
            .date: ["ngày", "ngày gửi", "gửi lúc", "đã gửi", "thời gian"],
            .subject: ["chủ đề", "tiêu đề"], .other: ["đồng gửi"],
        ],
        forwards: [
            "thư được chuyển tiếp", "thư chuyển tiếp", "tin nhắn được chuyển tiếp", "thư gốc", "tin nhắn gốc",
            "bắt đầu thư được chuyển tiếp",
        ],
        attributions: [("vào ", "đã viết:"), ("ngày ", "đã viết:"), ("vào ", "viết:"), ("ngày ", "viết:")]
    )
}
