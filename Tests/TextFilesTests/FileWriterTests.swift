import Foundation
import TestSupport
import Testing
import TextFiles

@Suite struct FileWriterTests {
    @Test func theOldFileStandsUntilTheEnd() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a/b.txt"
            try FileWriting.write("old", to: path)
            let writer = try FileWriter(path: path)
            try writer.write(Array("new ".utf8))
            #expect(try FileReading.text(of: path).text == "old")
            try writer.write(Array("text".utf8))
            try writer.commit()
            #expect(try FileReading.text(of: path).text == "new text")
            #expect(FilePath.names(in: folder + "/a") == ["b.txt"])
        }
    }

    @Test func aWriterLetGoLeavesNothing() throws {
        try withTemporaryFolder { folder in
            do {
                let writer = try FileWriter(path: folder + "/b.txt")
                try writer.write(Array("half".utf8))
            }
            #expect(FilePath.names(in: folder).isEmpty)
        }
    }

    @Test func permissionsAreForNewFiles() throws {
        try withTemporaryFolder { folder in
            func mode(_ path: String) throws -> Int? {
                try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            }
            let path = folder + "/b.txt"
            for (permissions, expected) in [(UInt32(0o600), 0o600), (0o644, 0o600)] {
                let writer = try FileWriter(path: path, permissions: permissions)
                try writer.commit()
                #expect(try mode(path) == expected)
            }
        }
    }

    @Test func devicesAndFolders() throws {
        let device = try FileWriter(path: "/dev/null")
        try device.write(Array("text".utf8))
        try device.commit()
        let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
        #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
        try withTemporaryFolder { folder in
            let error = #expect(throws: LathuError.self) { try FileWriter(path: folder) }
            #expect(error?.code == .cannotCreate)
        }
    }
}
