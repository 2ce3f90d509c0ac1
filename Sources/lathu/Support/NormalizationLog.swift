internal import ArgumentParser
internal import TextFiles
internal import TranslationMemory
internal import UnicodeText
internal import Vietnamese

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Whether what is imported into a memory is put into order, and where that is written down.
struct NormalizationOptions: ParsableArguments {
    @Flag(help: "Take the texts as they are: repair neither their Unicode nor their Vietnamese.")
    var noNormalize = false
    @Option(help: ArgumentHelp("Write every repair to a file, a JSON object a line.", valueName: "path"))
    var normalizeLog: String?

    func validate() throws {
        if noNormalize, normalizeLog != nil {
            throw ValidationError("--no-normalize leaves nothing for --normalize-log: leave out one of them")
        }
    }

    /// The log that was asked for.
    func openLog() throws(LathuError) -> NormalizationLog? {
        guard let normalizeLog else { return nil }
        return try NormalizationLog(path: normalizeLog)
    }
}

/// Every repair of an import, a JSON object a line. The file appears when all is written.
final class NormalizationLog {
    private struct Record: Encodable {
        let after: String
        let before: String
        let file: String
        let locale: String
        /// UTF-16 code units into `text`.
        let offset: Int
        let origin: String
        let reasons: [TextRepair.Reason]
        /// The text as it was.
        let text: String
    }

    private let writer: FileWriter
    private let encoder = JSONEncoder()
    private var pending: [UInt8] = []
    private var failure: (any Error)?

    init(path: String) throws(LathuError) {
        // Like the memory, it holds what people wrote to each other.
        writer = try FileWriter(path: path, permissions: 0o600)
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// Takes a repair down; a failure is told by ``close()``.
    func write(_ record: TextNormalization.Record, file: String) {
        if failure != nil { return }
        let change = record.change
        do {
            pending += try encoder.encode(
                Record(
                    after: change.after, before: change.before, file: file,
                    locale: record.locale.identifier, offset: change.offset, origin: record.origin,
                    reasons: change.reasons, text: record.text))
            pending.append(0x0A)
            if pending.count > 1 << 16 { try flush() }
        } catch {
            failure = error
        }
    }

    private func flush() throws {
        try writer.write(pending)
        pending.removeAll(keepingCapacity: true)
    }

    /// Puts the file in place.
    func close() throws {
        if let failure { throw failure }
        try flush()
        try writer.commit()
    }
}
