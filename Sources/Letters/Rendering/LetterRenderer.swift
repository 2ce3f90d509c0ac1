internal import TextFiles
internal import UnicodeText

/// A letter to render, with all that it needs.
public struct RenderingJob: Sendable {
    /// The letter.
    public var letter: LocalizedLetter
    /// Paper, letterhead, envelope.
    public var options: RenderingOptions
    /// Source and translation side by side; only ``LetterFormat/isReview`` formats need it.
    public var review: ReviewSheet?

    /// A letter with what it needs; nil for the defaults of its language.
    public init(_ letter: LocalizedLetter, _ options: RenderingOptions? = nil, review: ReviewSheet? = nil) {
        self.letter = letter
        self.options = options ?? RenderingOptions(locale: letter.locale)
        self.review = review
    }
}

/// Renders letters in every format.
///
/// The same letter with the same templates gives the same bytes. PDF is printed by WeasyPrint, DOCX and ODT
/// are written by pandoc; everything else is made here.
///
/// ```swift
/// let renderer = LetterRenderer(templates: try LetterTemplates(folder: "templates"))
/// let bytes = try renderer.render(RenderingJob(letter), as: .mail)
/// ```
public struct LetterRenderer: Sendable {
    private let templates: LetterTemplates
    private let wrappers = Spares<LocaleID, LineWrapper>()
    private let office = OfficeRenderer.Workshop()

    /// A renderer with the templates of a project.
    public init(templates: LetterTemplates) { self.templates = templates }

    /// A letter in a format.
    /// - Throws: `LathuError` where another program is missing or fails, or an address is none.
    public func render(_ job: RenderingJob, as format: LetterFormat) throws -> [UInt8] {
        try render([(job, format)])[0].get()
    }

    /// Many letters. All PDFs are printed by one run of WeasyPrint, since most of its time goes into starting.
    ///
    /// - Returns: for each letter its bytes or what is wrong with it, in order.
    public func render(_ jobs: [(job: RenderingJob, format: LetterFormat)]) -> [Result<[UInt8], any Error>] {
        var pages: [String] = []
        var pageOfJob: [Int: Int] = [:]
        var results = jobs.enumerated().map { index, pair -> Result<[UInt8], any Error> in
            Result {
                let isPrinted = pair.format == .pdf || pair.format == .reviewPDF
                if isPrinted || pair.format == .mail && pair.job.options.envelope.attachesPDF {
                    pageOfJob[index] = pages.count
                    pages.append(try page(of: pair.job, isReview: pair.format == .reviewPDF))
                    return []
                }
                return try bytes(pair.job, pair.format, attachment: nil)
            }
        }
        guard !pages.isEmpty else { return results }
        let printed = Result { () throws -> [Result<[UInt8], LathuError>] in try PDFPrinter().print(pages) }
        for (index, page) in pageOfJob {
            results[index] = Result {
                let pdf = try printed.get()[page].get()
                let (job, format) = jobs[index]
                return format == .mail ? try bytes(job, format, attachment: pdf) : pdf
            }
        }
        return results
    }

    private func page(of job: RenderingJob, isReview: Bool) throws -> String {
        isReview
            ? ReviewRenderer(try review(job), job.options, templates).render()
            : HTMLRenderer(job.letter, job.options, templates).render()
    }

    private func bytes(
        _ job: RenderingJob, _ format: LetterFormat, attachment: [UInt8]?
    ) throws -> [UInt8] {
        var job = job
        job.options.letterhead = job.options.letterhead ?? templates.letterhead(for: job.letter.locale)
        switch format {
        case .html: return Array(try page(of: job, isReview: false).utf8)
        case .review: return Array(try page(of: job, isReview: true).utf8)
        case .markdown: return Array(MarkdownRenderer(job.letter, job.options).render().utf8)
        case .text:
            return try usingWrapper(job) {
                Array(PlainTextRenderer(job.letter, job.options, $0).render().utf8)
            }
        case .mail:
            return try usingWrapper(job) {
                MailRenderer(job.letter, job.options, templates, $0).render(pdf: attachment)
            }
        case .docx: return try document(job, .docx)
        case .odt: return try document(job, .odt)
        case .pdf, .reviewPDF: throw LathuError(.software, "PDF is printed, not rendered")
        }
    }

    private func usingWrapper(_ job: RenderingJob, _ body: (LineWrapper) -> [UInt8]) throws -> [UInt8] {
        let locale = job.letter.locale
        return try wrappers.using(locale, orNew: try LineWrapper(locale: locale)) { body($0) }
    }

    private func document(_ job: RenderingJob, _ format: OfficeFormat) throws -> [UInt8] {
        try OfficeRenderer(job.letter, job.options, templates, format, office).render()
    }

    private func review(_ job: RenderingJob) throws(LathuError) -> ReviewSheet {
        guard let review = job.review else {
            throw LathuError(.software, "a review sheet was asked for without its segments")
        }
        return review
    }
}
