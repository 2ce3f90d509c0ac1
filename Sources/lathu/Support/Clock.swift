#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The time of day.
enum Clock {
    /// Milliseconds since 1970 (UTC).
    static var milliseconds: Int64 { Int64((Date().timeIntervalSince1970 * 1000).rounded()) }

    /// A time in ISO 8601, as `2017-11-07T09:30:00Z`.
    static func text(_ milliseconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000).formatted(.iso8601)
    }
}
