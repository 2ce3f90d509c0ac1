import Foundation
import TestSupport

/// A row of the table.
struct Row {
    var files = 0
    var read = 0
    var refused = 0
    var comesBack = 0
    var invalid = 0
    var invalidRefused = 0
    var byTheirRule = 0
    var exceptions: [String] = []
}

var exceptions: [String] = []
print(
    "| format | suite | files | read | refused | come back | called invalid | refused | for the rule of their name |"
)
print("|---|---|---|---|---|---|---|---|---|")
for format in FormatCheck.allCases {
    var rows: [String: Row] = [:]
    for file in try ConformanceFile.all(format.kinds) {
        if !format.holds(file) { continue }
        let outcome = format.outcome(SharedMaterial.path("conformance/" + file.path))
        let isRefused = !outcome.errors.isEmpty
        var row = rows[file.suite] ?? Row()
        if file.declared == "invalid" {
            row.invalid += 1
            row.invalidRefused += isRefused ? 1 : 0
            if isRefused, ConformanceRule.isNamed(by: file.name, in: outcome.errors) ?? (format != .xliff2) {
                row.byTheirRule += 1
            }
            if !isRefused {
                let reason = ConformanceException.whyAllowed(file.path)
                exceptions.append("\(file.name) is called invalid: \(reason ?? "NO REASON IS KNOWN")")
            }
        } else {
            row.files += 1
            row.read += isRefused ? 0 : 1
            row.refused += isRefused ? 1 : 0
            if isRefused {
                let reason = ConformanceException.whyWrong(file.path)
                exceptions.append(
                    "\(file.name) is refused: \(reason ?? "NO REASON IS KNOWN: \(outcome.errors[0])")")
            }
        }
        // Whatever can be read comes back, refused by a rule or not.
        if let comesBack = outcome.comesBack {
            row.comesBack += comesBack ? 1 : 0
            if !comesBack { exceptions.append("\(file.name) DOES NOT COME BACK") }
        } else if file.declared != "invalid" {
            row.comesBack += 0
        }
        rows[file.suite] = row
    }
    for (suite, row) in rows.sorted(by: { $0.key < $1.key }) {
        print(
            "| \(format.rawValue) | \(suite) | \(row.files) | \(row.read) | \(row.refused) | \(row.comesBack) | "
                + (row.invalid > 0
                    ? "\(row.invalid) | \(row.invalidRefused) | \(row.byTheirRule) |" : "– | – | – |"))
    }
}
print()
print("“Come back” counts all files that can be read as XML of the format, those with findings too.")
print()
for exception in exceptions { print("- \(exception)") }
exit(exceptions.contains { $0.contains("NO REASON") || $0.contains("DOES NOT") } ? 1 : 0)
