internal import CResources
public import TextFiles

/// The files of the repository that the program carries within itself, so that an installed binary works
/// in an empty folder.
public enum Resources {
    /// The paths of all files, from the root of the repository, in the order of their bytes.
    public static let paths: [String] = (0..<cresources_count()).compactMap { index in
        cresources_at(index).map { String(cString: $0.pointee.path) }
    }

    /// The bytes of a file such as `locales/vi/segmentation.srx`, or nil where the program carries none
    /// of this path.
    public static func bytes(at path: String) -> [UInt8]? {
        guard let index = paths.firstIndex(of: path), let resource = cresources_at(Int32(index)) else {
            return nil
        }
        return Array(
            UnsafeBufferPointer(start: resource.pointee.bytes, count: Int(resource.pointee.length)))
    }

    /// The text of a file of `templates/`.
    /// - Throws: `LathuError` with code `software` where the program carries none of this name.
    public static func template(_ name: String) throws(LathuError) -> String {
        guard let bytes = bytes(at: "templates/" + name) else {
            throw LathuError(.software, "the program lacks its template \(name)")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
