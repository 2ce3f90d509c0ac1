internal import TextFiles
internal import UnicodeText

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines they speak of.
public struct SARIFReport {
    private let log: Log

    /// A report.
    /// - Parameter version: the program's.
    public init(_ findings: [Finding], version: String) {
        let infos = RuleRegistry.infos
        let numbers = Dictionary(uniqueKeysWithValues: infos.enumerated().map { ($1.id, $0) })
        log = Log(
            runs: [
                Run(
                    tool: Tool(
                        driver: Driver(
                            name: "lathu", version: version, semanticVersion: version,
                            rules: infos.map(Descriptor.init))),
                    columnKind: "unicodeCodePoints", originalUriBaseIds: nil,
                    results: findings.map { Result($0, number: numbers[$0.rule] ?? 0) })
            ])
    }

    /// The report as JSON, keys in alphabetical order.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(log), as: UTF8.self) + "\n"
    }

    private struct Log: Encodable {
        let schema = "https://json.schemastore.org/sarif-2.1.0.json"
        let version = "2.1.0"
        let runs: [Run]

        enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case version, runs
        }
    }

    private struct Run: Encodable {
        let tool: Tool
        let columnKind: String
        let originalUriBaseIds: [String: String]?
        let results: [Result]
    }

    private struct Tool: Encodable {
        let driver: Driver
    }

    private struct Driver: Encodable {
        let name, version, semanticVersion: String
        let rules: [Descriptor]
    }

    private struct Message: Encodable {
        let text: String
    }

    private struct Descriptor: Encodable {
        struct Level: Encodable {
            let level: String
        }

        let id: String
        let name: String
        let shortDescription, fullDescription: Message
        let defaultConfiguration: Level

        init(_ info: RuleInfo) {
            id = info.id
            name = info.id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
            shortDescription = Message(text: info.title)
            fullDescription = Message(text: info.explanation)
            defaultConfiguration = Level(level: SARIFReport.level(info.severity))
        }
    }

    private struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int
        let level: String
        let message: Message
        let locations: [Location]
        let partialFingerprints: [String: String]
        let properties: [String: String]

        init(_ finding: Finding, number: Int) {
            ruleId = finding.rule
            ruleIndex = number
            level = SARIFReport.level(finding.severity)
            var text = finding.message
            if let suggestion = finding.suggestion { text += ": \(suggestion)" }
            if !finding.target.isEmpty { text += "\n“\(finding.target)”" }
            message = Message(text: text)
            locations = [Location(finding)].compactMap(\.self)
            // The same finding of a text that moved is the same.
            let key = WordKey(
                "\(finding.rule)\n\(finding.letter)\n\(finding.source)\n\(finding.message)".utf16)
            partialFingerprints = ["lathu/v1": String(key.value, radix: 16)]
            var properties = ["letter": finding.letter, "locale": finding.locale.identifier]
            if !finding.source.isEmpty { properties["source"] = finding.source }
            if !finding.target.isEmpty { properties["target"] = finding.target }
            if let suggestion = finding.suggestion { properties["suggestion"] = suggestion }
            self.properties = properties
        }
    }

    private struct Location: Encodable {
        struct Physical: Encodable {
            let artifactLocation: Artifact
            let region: Region?
        }

        struct Artifact: Encodable {
            let uri: String
        }

        struct Region: Encodable {
            let startLine: Int
            let startColumn: Int?
        }

        let physicalLocation: Physical

        init?(_ finding: Finding) {
            guard let file = finding.location.file else { return nil }
            let region = finding.location.line.map {
                Region(startLine: $0, startColumn: finding.location.column)
            }
            physicalLocation = Physical(artifactLocation: Artifact(uri: Self.uri(file)), region: region)
        }

        /// A path as a relative or file URI (RFC 3986, 3.3).
        private static func uri(_ path: String) -> String {
            var uri = path.hasPrefix("/") ? "file://" : ""
            for byte in path.utf8 {
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                    UInt8(ascii: "_"),
                    UInt8(ascii: "~"), UInt8(ascii: "/"):
                    uri.unicodeScalars.append(Unicode.Scalar(byte))
                default:
                    let digits = String(byte, radix: 16, uppercase: true)
                    uri += "%" + (digits.count == 1 ? "0" : "") + digits
                }
            }
            return uri
        }
    }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .info: "note"
        case .warning: "warning"
        case .error: "error"
        }
    }
}
