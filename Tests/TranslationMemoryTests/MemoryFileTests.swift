import Foundation
import GRDB
import Testing
import TextFiles
import UnicodeText

@testable import TranslationMemory

@Suite struct MemoryFileTests {
    /// Opens and reads a file both ways and expects the same refusal, with the file as it was.
    private func expectRefusal(
        _ file: URL, _ code: LathuError.Code, _ accesses: [TranslationMemory.Access] = [.reading, .writing]
    ) throws {
        let before = try Data(contentsOf: file)
        for access in accesses {
            do {
                _ = try TranslationMemory(path: file.path, access: access).info()
                Issue.record("\(access) took it")
            } catch {
                #expect(error.code == code, "\(access): \(error)")
                #expect(error.diagnostics.first?.location?.file == file.path)
            }
            #expect(try Data(contentsOf: file) == before)
        }
    }

    private func made(_ folder: URL, _ sql: String) throws -> URL {
        let file = folder.appending(path: "memory.sqlite")
        try DatabaseQueue(path: file.path).inDatabase { try $0.execute(sql: sql) }
        return file
    }

    @Test func newerVersion() throws {
        try inNewFolder { (folder) throws in
            let file = folder.appending(path: "memory.sqlite")
            _ = try TranslationMemory(path: file.path, access: .writing).store([unit("Peace", "Hòa bình")])
            try DatabaseQueue(path: file.path).inDatabase {
                try $0.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA user_version = 99")
            }
            try expectRefusal(file, .invalidData)
        }
    }

    @Test func anotherApplication() throws {
        try inNewFolder { try expectRefusal(made($0, "CREATE TABLE text (id INTEGER)"), .invalidData) }
        try inNewFolder { try expectRefusal(made($0, "PRAGMA application_id = 77"), .invalidData) }
        try inNewFolder { try expectRefusal(made($0, "PRAGMA user_version = 1"), .invalidData) }
    }

    @Test func noDatabase() throws {
        try inNewFolder { (folder) throws in
            let file = folder.appending(path: "letter.md")
            try Data("Kính gửi các nhà lãnh đạo APEC,\n".utf8).write(to: file)
            try expectRefusal(file, .invalidData)
            try Data(repeating: 0, count: 5000).write(to: file)
            try expectRefusal(file, .invalidData)
        }
    }

    @Test func truncatedFile() throws {
        try inNewFolder { (folder) throws in
            let whole = folder.appending(path: "whole.sqlite")
            let memory = try TranslationMemory(path: whole.path, access: .writing)
            _ = try memory.store((0..<2000).map { unit("Peace \($0)", "Hòa bình \($0)") })
            try memory.queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            let bytes = try Data(contentsOf: whole)
            let file = folder.appending(path: "memory.sqlite")
            for length in [50, 100, 3000, 4096, bytes.count / 2] {
                try bytes.prefix(length).write(to: file)
                do {
                    let cut = try TranslationMemory(path: file.path, access: .reading)
                    try cut.forEachUnit { _ in }
                    Issue.record("\(length) of \(bytes.count) bytes were taken")
                } catch let error as LathuError {
                    #expect(error.code == .invalidData, "\(length): \(error)")
                }
                #expect(try Data(contentsOf: file) == bytes.prefix(length))
            }
        }
    }

    /// An empty file is what a writer left that was stopped at its very start.
    @Test func emptyFile() throws {
        try inNewFolder { (folder) throws in
            let file = folder.appending(path: "memory.sqlite")
            try Data().write(to: file)
            #expect(try TranslationMemory(path: file.path, access: .reading).info().units == 0)
            let memory = try TranslationMemory(path: file.path, access: .writing)
            #expect(try memory.store([unit("Peace", "Hòa bình")]) == counts(1, 0, 0))
        }
    }

    @Test func folderAndMissingFile() throws {
        try inNewFolder { (folder) throws in
            for access in [TranslationMemory.Access.reading, .writing] {
                let error = #expect(throws: LathuError.self) {
                    try TranslationMemory(path: folder.path, access: access)
                }
                #expect(error?.code == .noInput)
            }
            let missing = folder.appending(path: "none.sqlite").path
            let error = #expect(throws: LathuError.self) {
                try TranslationMemory(path: missing, access: .reading)
            }
            #expect(error?.code == .noInput)
            #expect(!FileManager.default.fileExists(atPath: missing))
        }
    }

    @Test func onlyItsOwnerReadsIt() throws {
        try inNewFolder { (folder) throws in
            let path = folder.appending(path: "new/memory.sqlite").path
            let memory = try TranslationMemory(path: path, access: .writing)
            _ = try memory.store([unit("Peace", "Hòa bình")])
            for suffix in ["", "-wal", "-shm"] { #expect(try mode(of: path + suffix) == 0o600, "\(suffix)") }
        }
    }

    @Test func readingChangesNothing() throws {
        try inNewFolder { (folder) throws in
            let path = folder.appending(path: "memory.sqlite").path
            _ = try TranslationMemory(path: path, access: .writing).store([unit("Peace", "Hòa bình")])
            let before = try Data(contentsOf: URL(filePath: path))
            let reader = try TranslationMemory(path: path, access: .reading)
            #expect(try reader.info().units == 1)
            #expect(throws: LathuError.self) { try reader.store([unit("War", "Chiến tranh")]) }
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
        }
    }

    /// Many open a memory that is not there yet, and write at once.
    @Test func writersLoseNothing() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "lathu-memory-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "memory.sqlite").path
        try await withThrowingTaskGroup(of: Int.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    let memory = try TranslationMemory(path: path, access: .writing)
                    var added = 0
                    for batch in 0..<10 {
                        let own = (0..<5).map { unit("Peace \(writer) \(batch) \($0)", "Hòa bình") }
                        added += try memory.store(own + [unit("Peace", "Hòa bình")]).added
                    }
                    return added
                }
            }
            var added = 0
            for try await part in group { added += part }
            #expect(added == 201)
        }
        let memory = try TranslationMemory(path: path, access: .reading)
        #expect(try memory.info().units == 201)
        #expect(try memory.integrityProblems().isEmpty)
    }

    @Test func info() throws {
        try withMemory { (memory) throws in
            #expect(try memory.info().units == 0)
            #expect(try memory.info().changed == nil)
            var third = unit("Justice", "Công lý", origin: "b.po", at: 9, state: .reviewed)
            let french = try LocaleID("fr")
            third.variants[french] = .init("Justice")
            _ = try memory.store([
                unit("Peace", "Hòa bình", at: 3), unit("War", "Chiến tranh", at: 5, state: .draft), third,
            ])
            let info = try memory.info()
            #expect(info.units == 3)
            #expect(info.segments == [.english: 3, .vietnamese: 3, french: 1])
            #expect(info.states == [.draft: 1, .translated: 1, .reviewed: 1])
            #expect(info.origins == ["a.po": 2, "b.po": 1])
            #expect(info.changed == 9)
            #expect(info.version == Schema.migrations.count)
            #expect(info.size > 0)
        }
    }
}
