import TextFiles

@testable import Interchange

/// A TMX file around some units.
func tmx(_ body: String, header: String = "", version: String = "1.4") -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <tmx version="\(version)">
    <header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" \
    srclang="en" datatype="plaintext">\(header)</header>
    <body>
    \(body)
    </body>
    </tmx>
    """
}

/// A unit with an English and a Vietnamese segment.
func pair(_ english: String, _ vietnamese: String) -> String {
    "<tu><tuv xml:lang=\"en\"><seg>\(english)</seg></tuv>"
        + "<tuv xml:lang=\"vi\"><seg>\(vietnamese)</seg></tuv></tu>"
}

/// All of a reader.
func items(_ reader: TMXReader) throws -> [TMXReader.Item] {
    var items: [TMXReader.Item] = []
    while let item = try reader.next() { items.append(item) }
    return items
}

func items(_ text: String) throws -> [TMXReader.Item] {
    try items(TMXReader(bytes: Array(text.utf8), file: "a.tmx"))
}

/// The bytes of a file with these units.
func written(_ units: [TMXUnit], header: TMXHeader = TMXHeader(tool: "t", version: "1")) throws -> [UInt8] {
    var writer = TMXWriter()
    try writer.start(header)
    for unit in units { try writer.write(unit) }
    writer.finish()
    return writer.takeBytes()
}
