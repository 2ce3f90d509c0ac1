import Foundation
import TestSupport
import Testing

@testable import TextFiles

@Suite struct FileWritingTests {
    private func mode(_ path: String) throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    @Test func filesAndFoldersAreMade() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/locales/vi/thư.po"
            try FileWriting.write("xin chào\n", to: path)
            #expect(try FileReading.text(of: path).text == "xin chào\n")
            #expect(try mode(path) == 0o644)
            try FileWriting.write("kín", to: folder + "/kín", permissions: 0o600)
            #expect(try mode(folder + "/kín") == 0o600)
            // Nothing else stands beside it.
            #expect(FilePath.names(in: folder + "/locales/vi") == ["thư.po"])
        }
    }

    @Test func aReplacedFileKeepsItsPermissionsAndLinks() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a"
            try FileWriting.write("một", to: path)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
            let link = folder + "/link"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a")
            try FileWriting.write("hai", to: link)
            #expect(try FileReading.text(of: path).text == "hai")
            #expect(try mode(path) == 0o640)
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "a")
        }
    }

    @Test func onlyChangesAreWritten() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a"
            var written: [Bool] = []
            for text in ["một", "một", "hai"] { written.append(try FileWriting.update(text, at: path)) }
            #expect(written == [true, false, true])
        }
    }

    @Test func aFailureLeavesWhatWasThere() throws {
        try withTemporaryFolder { folder in
            try FileWriting.write("một", to: folder + "/a")
            // A file stands where a folder is needed.
            do throws(LathuError) {
                try FileWriting.write("hai", to: folder + "/a/b")
                Issue.record("was written")
            } catch { #expect(error.code == .cannotCreate) }
            // A folder stands where a file is needed.
            try FileWriting.createFolder(folder + "/c")
            do throws(LathuError) {
                try FileWriting.write("hai", to: folder + "/c")
                Issue.record("was written")
            } catch { #expect(error.code == .cannotCreate) }
            #expect(FilePath.names(in: folder) == ["a", "c"])
            #expect(try FileReading.text(of: folder + "/a").text == "một")
        }
    }

    @Test func paths() {
        let cases: [(String, folder: String, name: String, stem: String, fileExtension: String)] = [
            ("a/b/thư.en.TXT", "a/b", "thư.en.TXT", "thư.en", "txt"), ("a", ".", "a", "a", ""),
            ("/a", "/", "a", "a", ""), (".gitignore", ".", ".gitignore", ".gitignore", ""),
            ("a.b/c", "a.b", "c", "c", ""),
        ]
        for (path, folder, name, stem, fileExtension) in cases {
            #expect(FilePath.folder(of: path) == folder)
            #expect(FilePath.name(of: path) == name)
            #expect(FilePath.stem(of: path) == stem)
            #expect(FilePath.fileExtension(of: path) == fileExtension)
        }
        #expect(FilePath.join("a", "b") == "a/b")
        #expect(FilePath.join("a/", "b") == "a/b")
        #expect(FilePath.join(".", "b") == "b")
        #expect(FilePath.join("a", "/b") == "/b")
    }

    /// A shorter content leaves nothing of a longer one; what must be new is not put over what is there.
    @Test func filesThatAreMadeAgain() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a"
            try FileWriting.create(Array("Kính gửi".utf8), at: path)
            #expect(throws: LathuError.self) { try FileWriting.create([1], at: path) }
            #expect(try FileReading.text(of: path).text == "Kính gửi")
            for text in ["Thư", "", "Kính thưa Quý vị"] {
                try FileWriting.create(Array(text.utf8), at: path, isNew: false)
                #expect(try FileReading.text(of: path).text == text)
            }
            #expect(throws: LathuError.self) { try FileWriting.create([1], at: folder + "/b/c") }
        }
    }
}
