import Interchange
import TextFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

// Reads the units of a TMX file as an import does, on one thread, and prints how many a second of the processor.
do {
    let reader = try TMXReader(path: CommandLine.arguments.last ?? "")
    var units = 0, variants = 0
    let start = clock()
    while let item = try reader.next() {
        units += 1
        variants += item.unit.variants.count
    }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    print("\(units) \(variants) \(Int(Double(units) / seconds))")
} catch {
    print(error)
    exit(1)
}
