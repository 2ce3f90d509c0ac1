/// Letters as people find them; all names and events are made up.
enum AdoptionFixtures {
    static let mail = """
        From: Jo Marsh <jo@example.org>
        To: volunteers@example.org
        Date: Mon, 15 Mar 2021 09:12:44 +0700
        Subject: Fwd: Open letter on the Lac Thuy
          verdicts

        Hi all, please see below.

        ---------- Forwarded message ---------
        From: Linh Dao <linh@example.org>
        Date: Fri, 12 Mar 2021 10:02:00 +0700
        Subject: Open letter on the Lac Thuy verdicts
        To: jo@example.org

        Manila, 12 March 2021

        Ms. Amara Castellan
        Special Envoy for Human Rights
        14 Harbour Road, Port Elden

        Dear Ms. Castellan,

        We write on behalf of eleven groups that follow trials in the province
        of Lac Thuy. On 3 March, four reporters were sentenced after a hearing
        of less than one hour, without a lawyer of their choice.

        We ask you to raise their cases when you meet the governor, and to send
        an observer to the appeal.

        Yours faithfully,

        Linh Dao
        Harbour Press Watch

        -- 
        Sent from a train
        """

    static let plainMail = """
        From: Mai Tran <mai@example.org>
        Date: Fri, 12 Mar 2021 10:02:00 +0700
        Subject: Appeal for Tran Bao

        Dear Ambassador,

        Please ask for the release of Tran Bao, whose health is failing and
        who has not seen a doctor since May.

        Sincerely,
        Mai Tran
        """

    static let vietnamese = """
        Trang chủ > Tin tức > Thư ngỏ
        Cộng hòa Xã hội Chủ nghĩa Việt Nam
        Độc lập – Tự do – Hạnh phúc

        Thư ngỏ về phiên tòa ngày 3 tháng 3

        Chia sẻ trên Facebook
        In bài này

        Hà Nội, ngày 12 tháng 3 năm 2021

        Kính gửi: Bà Bộ trưởng Bộ Tư pháp
        Các cơ quan ngoại giao tại Hà Nội

        Kính thưa quý vị,

        Ngày 3 tháng 3 năm 2021, bốn nhà báo ở tỉnh Lạc Thủy bị kết án sau một phiên tòa kéo dài chưa đầy một giờ, không có luật sư do họ chọn.

        Chúng tôi đề nghị quý vị cử quan sát viên đến phiên phúc thẩm và công bố bản án bằng văn bản.

        Trân trọng,

        Các tổ chức ký tên:
        1) Hội Nhà báo Bờ Sông
        2) Mạng lưới Nhân quyền Phương Nam
        3) Nhóm Luật sư Công lý

        Nơi nhận:
        - Như trên
        - Lưu văn thư

        Bài liên quan
        Một nhà báo khác bị triệu tập
        3 bình luận
        """

    static let markdown = """
        # Joint letter on the **detention** of poets

        *4 May 2022*

        **Dear Members of the Committee,**

        We welcome your [report](https://example.org/report) on
        *poets* in prison.

        ## Our requests

        - Visit the **Lower Camp** this year.
        - Publish what you find.

        > A poem is not a crime.

        Respectfully,

        - Ink Without Walls
        - The Reed Society
        """

    static let demands = """
        Menu
        Home | About | News
        How long will the Assembly wait?
        Posted on 9 May 2023 by admin
        2 May 2023

        Dear Members of the Assembly,

        For the third year the budget of the courts has no line for interpreters. We call on you to:

        1. Release all reporters
        2. Close the camp at Lower Bend
        3. Pay interpreters from the first hearing on.

        We are ready to meet you at any time.

        Signed,

        Ana Reyes, Lantern House
        Dr. Vo Minh, Delta Law Ltd.
        #FreeTheDelta

        Contact: press@example.org
        Subscribe to our newsletter
        © 2023 Lantern House
        """

    static let formal = """
        River Rights Network
        12 Elm Street, Port Elden

        7 November 2017

        H.E. Oskar Vahl
        Minister of Justice
        Port Elden

        Re: The trial of Mr. Hoa Lam

        Your Excellency,

        We are writing about a trial.
        He must be freed: now.

        Yours sincerely,

        Ida Berg
        River Rights Network

        CC: The Ambassador
        """
}
