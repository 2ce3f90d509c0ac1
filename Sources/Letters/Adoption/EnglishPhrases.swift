extension PhraseBook {
    /// English.
    static let english = PhraseBook(
        clutter: [
            (
                .shareLink,
                [
                    "share", "share on …", "share via …", "share this", "share this …", "share to …",
                    "share by …", "share with …", "tweet", "tweet this", "tweet this …", "retweet", "pin it",
                    "like this", "like us on …", "facebook", "twitter", "whatsapp", "telegram", "linkedin",
                    "copy link", "copy the link", "send via …", "share link",
                ]
            ),
            (
                .printLink,
                [
                    "print", "print this …", "print this", "print page", "print article",
                    "printer friendly …",
                    "print friendly …", "email", "e-mail", "email this …", "e-mail this …", "email this",
                    "print e-mail", "print/e-mail this", "print/e-mail this …", "print email this …",
                    "email to a friend", "email a friend", "send to a friend", "email article",
                    "save as pdf", "print or email …", "email or print …",
                ]
            ),
            (
                .fileNotice,
                [
                    "download pdf", "download the pdf", "download as pdf", "download this …",
                    "download the letter", "download the full …", "download letter", "view pdf",
                    "view as pdf", "open pdf", "pdf version", "read the pdf", "pdf",
                ]
            ),
            (
                .cookieNotice,
                [
                    "we use cookies …", "this site uses cookies …", "this website uses cookies …",
                    "our site uses cookies …", "our website uses cookies …", "by continuing to use this …",
                    "by continuing to browse …", "accept cookies", "accept all cookies", "accept all",
                    "cookie settings", "cookie policy", "cookie preferences", "reject all",
                    "manage cookies", "privacy & cookies …", "cookies help us …",
                ]
            ),
            (
                .navigation,
                [
                    "home", "menu", "main menu", "search", "search for …",
                    "skip to content", "skip to main content", "skip to …", "jump to …", "about", "about us",
                    "statements", "press releases", "publications", "resources", "events", "blog",
                    "press room",
                    "contact us", "news", "latest news", "log in", "login", "sign in", "register",
                    "back to top", "back to …", "back", "go back", "next", "previous", "next post …",
                    "previous post …", "next article …", "previous article …", "older posts", "newer posts",
                    "sitemap", "site map", "privacy policy", "terms of use", "terms of service",
                    "terms and conditions", "english", "vietnamese", "french", "languages", "language",
                    "select language", "you are here …", "toggle navigation", "close", "open menu",
                    "close menu", "top", "listen to this …", "view all", "see all", "show all",
                ]
            ),
            (
                .readMore,
                [
                    "read more", "read more …", "continue reading", "continue reading …", "learn more",
                    "more", "see more", "show more", "load more", "full story", "find out more",
                    "read full …",
                    "read the full …",
                ]
            ),
            (
                .relatedArticles,
                [
                    "related", "related posts", "related articles", "related article", "related content",
                    "related news", "related stories", "related topics", "related links", "see also",
                    "you may also like …", "you might also like …", "more from …", "more like this",
                    "latest posts", "latest articles", "recent posts", "recent articles", "most read",
                    "most popular", "popular posts", "trending", "trending now", "recommended",
                    "recommended for you", "more news", "more stories", "other news", "other articles",
                ]
            ),
            (
                .copyright,
                [
                    "copyright", "copyright …", "all rights reserved", "all rights reserved …",
                    "some rights reserved …",
                ]
            ),
            (
                .callForSupport,
                [
                    "subscribe", "subscribe to …", "subscribe now …", "subscribe for …", "unsubscribe",
                    "unsubscribe …", "sign up …", "sign up", "newsletter", "join our newsletter …",
                    "join our mailing list …", "get updates …", "donate", "donate now", "donate today …",
                    "donate to …", "make a donation …", "support us", "support our work",
                    "support our work …",
                    "follow us", "follow us …", "follow us on …", "take action", "take action now",
                    "join us", "become a member", "give now", "sent from my …", "get outlook for …",
                    "stay informed", "stay informed …", "stay updated …",
                ]
            ),
            (
                .byline,
                [
                    "posted on …", "posted by …", "posted in …", "posted at …", "posted …", "published on …",
                    "published by …", "published at …", "published in …", "published …", "last updated …",
                    "last modified …", "updated on …", "updated …", "written by …", "by admin", "by admin …",
                    "by webmaster", "by editor", "by staff", "author", "author …", "submitted by …",
                    "created on …",
                ]
            ),
            (
                .tags,
                [
                    "tags", "tags …", "tag …", "tagged", "tagged …", "categories", "categories …",
                    "category …",
                    "filed under …", "topics", "topics …", "keywords …", "file under …",
                ]
            ),
            (
                .comments,
                [
                    "comments", "comment", "leave a comment", "leave a reply", "add a comment", "no comments",
                    "no comments yet", "post a comment", "comments are closed", "comments off",
                    "comments off …",
                    "leave a comment …", "view comments", "be the first to comment …", "reply",
                ]
            ),
            (
                .caption,
                ["photo by …", "photo credit …", "image credit …", "photograph by …"]
            ),
        ],
        counted: [
            "comment", "comments", "share", "shares", "view", "views", "like", "likes", "read", "reads",
            "retweets", "reactions", "replies", "reply", "minutes", "min", "minute",
        ],
        salutations: [
            "dear …", "to whom it may concern", "your excellency …", "your excellencies …", "excellency …",
            "excellencies …", "your honour …", "your honor …", "your majesty …", "your highness …",
            "your holiness …", "your eminence …", "honourable …", "honorable …", "ladies and gentlemen …",
            "distinguished …", "mr president", "madam president", "mr secretary general", "esteemed …",
            "respected …", "sir or madam", "sirs", "madam", "sir",
        ],
        addresses: ["to …", "attn …", "attention …"],
        closings: [
            "sincerely", "sincerely yours", "yours sincerely", "very sincerely …", "yours faithfully",
            "faithfully yours", "yours truly", "very truly yours", "yours respectfully", "respectfully",
            "respectfully yours", "respectfully submitted", "most respectfully", "with respect",
            "with great respect", "with deep respect", "with deepest respect", "with our respect …",
            "with highest respect", "with all due respect", "best regards", "kind regards", "warm regards",
            "with best regards", "with kind regards", "with warm regards", "regards", "best wishes",
            "with best wishes", "yours", "cordially", "in solidarity", "with solidarity",
            "yours in solidarity",
            "with gratitude", "with thanks", "with appreciation", "with hope", "with concern",
            "with our highest consideration", "with the highest consideration", "with high esteem",
            "with highest regards", "with the assurance of …", "many thanks", "thank you",
            "thank you for your attention", "yours in peace", "yours cordially", "warmly", "best",
        ],
        signings: [
            "signed", "signed by", "signed by …", "signatories", "signatories …", "list of signatories",
            "the signatories", "signing organizations", "signing organisations", "signatory organizations",
            "signatory organisations", "undersigned", "the undersigned", "the undersigned …",
            "undersigned organizations", "undersigned organisations", "we the undersigned", "cosigned by",
            "co-signed by", "co-signed by …", "co-signatories", "endorsed by", "endorsed by …",
            "endorsements",
            "supported by", "on behalf of", "signatures",
        ],
        signingWords: ["signatories", "signed", "undersigned", "endorsed", "cosigned", "signatory", "sign"],
        groups: [
            "organizations", "organisations", "individuals", "groups", "international organizations",
            "international organisations", "local organizations", "local organisations",
            "civil society organizations", "civil society organisations", "individual signatories",
            "independent organizations", "independent organisations", "members of parliament", "persons",
        ],
        notes: [
            "cc", "cc …", "bcc …", "copy to …", "copies to …", "annex", "annex …", "appendix", "appendix …",
            "contact", "contact …", "contacts …", "media contact …", "press contact …",
            "for more information …",
            "for further information …", "for media …", "enclosure", "enclosure …", "enclosures …", "encl …",
            "attachment …", "attachments …", "attached …", "note", "note …", "notes", "notes …",
            "footnotes", "references", "references …", "background", "ps …", "p s …", "endnotes", "about …",
        ],
        subjects: ["re …", "subject …", "ref …", "regarding …", "concerning …"],
        replies: ["re", "fwd", "fw", "aw", "wg"],
        dateLabels: ["date", "dated"],
        weekdays: [
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
            "tues",
            "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        ],
        offices: [
            "mr …", "mrs …", "ms …", "miss …", "dr …", "prof …", "h e …", "he …", "his excellency …",
            "her excellency …", "his …", "her …", "the honourable …", "the honorable …", "hon …", "the hon …",
            "ministry of …", "minister of …", "minister for …", "office of …", "embassy of …",
            "president of …",
            "prime minister …", "ambassador …", "secretary general …", "permanent mission …", "chairman of …",
            "chairperson of …", "department of …", "high commissioner …", "general secretary …", "attn …",
            "attention …", "address …", "tel …", "phone …", "fax …", "email …", "e-mail …", "via …",
            "by fax …",
            "by email …", "p o box …", "po box …", "c o …",
        ],
        mailFields: [
            .from: ["from", "sender"], .to: ["to"], .date: ["date", "sent"], .subject: ["subject"],
            .other: [
                "cc", "bcc", "reply-to", "message-id", "mime-version", "content-type", "received",
                "return-path",
                "content-transfer-encoding", "in-reply-to", "references", "delivered-to", "dkim-signature",
                "user-agent", "importance", "priority", "attachments", "list-id", "list-unsubscribe",
                "authentication-results", "content-language", "thread-topic", "thread-index",
            ],
        ],
        forwards: [
            "forwarded message", "original message", "begin forwarded message", "forwarded email",
            "forwarded by …", "original email", "end of forwarded message", "forwarded mail",
        ],
        attributions: [("on ", "wrote:"), ("at ", "wrote:")]
    )
}
