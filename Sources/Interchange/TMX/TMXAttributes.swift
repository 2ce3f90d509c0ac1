/// The attributes of an element, as the file writes them. Elements have a few, so that comparing names is the fastest
/// way to find one.
public struct TMXAttributes: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private struct Entry: Hashable {
        let key: TMXAttribute
        var value: String
    }

    private var entries: [Entry] = []

    /// No attributes.
    public init() {}

    /// Attributes with their values.
    public init(dictionaryLiteral elements: (TMXAttribute, String)...) {
        for (key, value) in elements { self[key] = value }
    }

    /// How many there are.
    public var count: Int { entries.count }

    /// The value of an attribute; nil where there is none, or to remove it.
    public subscript(key: TMXAttribute) -> String? {
        get { entries.first { $0.key == key }?.value }
        set {
            let index = entries.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): entries[index].value = value
            case (let index?, nil): entries.remove(at: index)
            case (nil, let value?): entries.append(Entry(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    /// These attributes, and those of others that are not among them.
    func filled(from others: TMXAttributes) -> TMXAttributes {
        var result = self
        for entry in others.entries where self[entry.key] == nil { result.entries.append(entry) }
        return result
    }

    /// The order of attributes says nothing.
    public static func == (left: TMXAttributes, right: TMXAttributes) -> Bool {
        left.entries.count == right.entries.count
            && left.entries.allSatisfy { entry in
                right.entries.contains { $0.key == entry.key && $0.value == entry.value }
            }
    }

    /// Hashes the attributes, whatever their order.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(entries.reduce(0) { $0 ^ $1.hashValue })
    }
}
