public import Interchange
internal import Segmentation
public import UnicodeText

/// What a translation unit says in TMX beyond TMX's own words: the types of our properties.
enum ExchangeProperty {
    static let state = "x-lathu:state"
    static let origin = "x-lathu:origin"
    static let method = "x-lathu:method"
    /// The milliseconds of the dates of creation and change, which TMX writes to the second.
    static let milliseconds = "x-lathu:milliseconds"
}

extension TranslationUnit {
    /// What a TMX unit does not say.
    public struct ExchangeDefaults: Sendable {
        /// Where units come from that do not say so in `x-lathu:origin`.
        public var origin: String
        /// The state of units that do not say theirs in `x-lathu:state`.
        public var state: State
        /// The date of units without dates, in milliseconds since 1970 (UTC).
        public var now: Int64

        /// Defaults.
        public init(origin: String, state: State = .translated, now: Int64) {
            self.origin = origin
            self.state = state
            self.now = now
        }
    }

    /// The units that a TMX unit stands for: one, and one more for every further text in a language that has
    /// one already, each with the first texts of the other languages.
    ///
    /// Texts in no known language or of nothing but white space are passed over; with fewer than two left,
    /// there is no unit. Markup is not kept, only where it stands.
    public static func units(of unit: TMXUnit, defaults: ExchangeDefaults) -> [TranslationUnit] {
        var first: [LocaleID: Variant] = [:]
        var others: [(locale: LocaleID, variant: Variant)] = []
        for variant in unit.variants {
            let text = variant.text.coded
            guard let locale = variant.locale, !text.trimmed.isEmpty else { continue }
            if first[locale] == nil {
                first[locale] = Variant(text)
            } else if first[locale]?.text != text {
                others.append((locale, Variant(text)))
            }
        }
        guard first.count >= 2 else { return [] }
        let dates = Dates(unit, now: defaults.now)
        let notes = (unit.notes + unit.variants.flatMap(\.notes)).map(\.text)
        var base = TranslationUnit(
            variants: first, origin: unit.property(ExchangeProperty.origin) ?? defaults.origin,
            method: unit.property(ExchangeProperty.method).flatMap(Method.init(name:)) ?? .human,
            author: author(of: unit), created: dates.created, changed: dates.changed,
            state: unit.property(ExchangeProperty.state).flatMap(State.init(name:)) ?? defaults.state,
            notes: notes.filter { !$0.trimmed.isEmpty })
        base.isDated = dates.areStated
        return [base]
            + others.map { other in
                var unit = base
                unit.variants[other.locale] = other.variant
                return unit
            }
    }

    /// The unit as TMX: its texts in the order of the locales, the others after them in the order of their
    /// tags. ``units(of:defaults:)`` gives it back, but for neighbours, and for codes that are written as text.
    public func exchanged(locales: [LocaleID] = [], codes: TMXCodeForm = .elements) -> TMXUnit {
        var attributes = TMXAttributes()
        attributes[.creationdate] = TMXDate.text(created)
        attributes[.changedate] = TMXDate.text(changed)
        attributes[.creationid] = author
        attributes[.changeid] = author
        var properties = [
            TMXProperty(ExchangeProperty.state, state.name), TMXProperty(ExchangeProperty.origin, origin),
        ]
        if method != .human { properties.append(TMXProperty(ExchangeProperty.method, method.name)) }
        let rest = (Dates.fraction(created), Dates.fraction(changed))
        if rest != (0, 0) {
            properties.append(TMXProperty(ExchangeProperty.milliseconds, "\(rest.0) \(rest.1)"))
        }
        let named = locales.filter { variants[$0] != nil }
        let others = variants.keys.filter { !named.contains($0) }
            .sorted { $0.identifier < $1.identifier }
        let order = named + others
        let source = InlineText(coded: order.first.flatMap { variants[$0]?.text } ?? "")
        return TMXUnit(
            attributes: attributes, notes: notes.map { TMXNote($0) }, properties: properties,
            variants: order.compactMap { locale in
                variants[locale].map {
                    TMXVariant(
                        codes.applied(to: InlineText(coded: $0.text), source: source), locale: locale)
                }
            })
    }

    /// Whoever changed it last, else whoever made it; the unit's word before its variants'.
    private static func author(of unit: TMXUnit) -> String? {
        for key in [TMXAttribute.changeid, .creationid] {
            if let author = unit.attributes[key], !author.isEmpty { return author }
        }
        // The last variant is as a rule the translation.
        for variant in unit.variants.reversed() {
            for key in [TMXAttribute.changeid, .creationid] {
                if let author = variant.attributes[key], !author.isEmpty { return author }
            }
        }
        return nil
    }

    private struct Dates {
        var created: Int64
        var changed: Int64
        let areStated: Bool

        init(_ unit: TMXUnit, now: Int64) {
            func own(_ key: TMXAttribute) -> Int64? {
                unit.attributes[key].flatMap(TMXDate.milliseconds)
            }
            func ofVariants(_ key: TMXAttribute) -> [Int64] {
                unit.variants.compactMap { $0.attributes[key].flatMap(TMXDate.milliseconds) }
            }
            let made = own(.creationdate) ?? ofVariants(.creationdate).min()
            let last =
                own(.changedate) ?? (ofVariants(.changedate) + ofVariants(.creationdate)).max() ?? made
            created = made ?? last ?? now
            changed = last ?? created
            areStated = last != nil
            let rest = (unit.property(ExchangeProperty.milliseconds) ?? "").split(separator: " ")
                .compactMap { Int64($0) }.filter { (0..<1000).contains($0) }
            guard rest.count == 2, made != nil, last != nil else { return }
            created += rest[0]
            changed += rest[1]
        }

        /// What a date loses when it is rounded down to a second.
        static func fraction(_ milliseconds: Int64) -> Int64 { (milliseconds % 1000 + 1000) % 1000 }
    }
}

extension TranslationUnit.Method {
    /// The method's name in files.
    var name: String {
        switch self {
        case .human: "human"
        case .aligned: "aligned"
        case .machine: "machine"
        }
    }

    /// The method of a name.
    init?(name: String) {
        guard let method = [Self.human, .aligned, .machine].first(where: { $0.name == name }) else {
            return nil
        }
        self = method
    }
}
