import Foundation
import TestSupport
import TextFiles
import UnicodeText

@testable import TranslationMemory

/// A folder for one test.
func inNewFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    try withTemporaryFolder { try body(URL(filePath: $0)) }
}

/// A new memory for one test, which must be whole at the end.
func withMemory(_ body: (TranslationMemory) throws -> Void) throws {
    try inNewFolder { folder in
        let memory = try TranslationMemory(
            path: folder.appending(path: "memory.sqlite").path, access: .writing)
        try body(memory)
        let problems = try memory.integrityProblems()
        if !problems.isEmpty { throw LathuError(.software, problems.joined(separator: "; ")) }
    }
}

extension TranslationMemory {
    /// All units in the order of their numbers.
    var units: [TranslationUnit] {
        get throws {
            var units: [TranslationUnit] = []
            try forEachUnit { units.append($0) }
            return units
        }
    }

    /// Each unit's texts by locale, as `en=Peace vi=Hòa bình`.
    var texts: [String] {
        get throws {
            try units.map { unit in
                unit.variants.map { "\($0.key)=\($0.value.text)" }.sorted().joined(separator: " ")
            }
        }
    }
}

/// A unit of English and Vietnamese.
func unit(
    _ english: String, _ vietnamese: String, origin: String = "a.po", at time: Int64 = 1,
    state: TranslationUnit.State = .translated, notes: [String] = []
) -> TranslationUnit {
    TranslationUnit(
        variants: [.english: .init(english), .vietnamese: .init(vietnamese)], origin: origin, created: time,
        state: state, notes: notes)
}

/// What became of units, in short.
func counts(_ added: Int, _ updated: Int, _ unchanged: Int, _ duplicates: Int = 0) -> StorageCounts {
    var counts = StorageCounts()
    (counts.added, counts.updated, counts.unchanged) = (added, updated, unchanged)
    counts.duplicates = duplicates
    return counts
}

/// The permissions of a file.
func mode(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
}
