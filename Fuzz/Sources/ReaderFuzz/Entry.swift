#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What libFuzzer calls with every input (https://llvm.org/docs/LibFuzzer.html). The reader is named by the
/// environment variable `LATHU_FUZZ_READER`, so that all of them share one program.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    chosen.read(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
}

private let chosen: Reader = {
    let name = getenv("LATHU_FUZZ_READER").map { String(cString: $0) } ?? ""
    guard let reader = Reader(rawValue: name) else {
        let known = Reader.allCases.map(\.rawValue).joined(separator: ", ")
        fatalError("LATHU_FUZZ_READER must name a reader: \(known)")
    }
    return reader
}()
