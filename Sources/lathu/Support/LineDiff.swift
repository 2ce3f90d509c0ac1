/// A unified diff of two texts with the same number of lines.
struct LineDiff {
    let old: String
    let new: String
    let name: String

    private static let context = 3

    /// Prints it; nothing where the texts are the same.
    func print() {
        let old = lines(old)
        let new = lines(new)
        let changed = old.indices.filter { place in
            place >= new.count || !old[place].elementsEqual(new[place])
        }
        guard !changed.isEmpty else { return }
        let isChanged = Set(changed)
        let style = Console.style
        Console.print(style.bold("--- \(name)"))
        Console.print(style.bold("+++ \(name)"))
        var next = 0
        while next < changed.count {
            var last = next
            while last + 1 < changed.count, changed[last + 1] - changed[last] <= 2 * Self.context {
                last += 1
            }
            let first = max(0, changed[next] - Self.context)
            let end = min(old.count, changed[last] + Self.context + 1)
            Console.print("@@ -\(first + 1),\(end - first) +\(first + 1),\(end - first) @@")
            var place = first
            while place < end {
                var run = place
                while run < end, isChanged.contains(run) { run += 1 }
                for line in place..<run { Console.print(style.red("-" + String(old[line]))) }
                for line in place..<run where line < new.count {
                    Console.print(style.green("+" + String(new[line])))
                }
                if run < end { Console.print(" " + String(old[run])) }
                place = run + 1
            }
            next = last + 1
        }
    }

    /// Lines as scalars, since Swift takes a text and its NFC for equal.
    private func lines(_ text: String) -> [String.UnicodeScalarView.SubSequence] {
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
