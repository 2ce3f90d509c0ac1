internal import Checks

/// The rules of `lathu check`, for people or as JSON.
struct RuleList {
    let isJSON: Bool

    private struct Record: Encodable {
        struct Parameter: Encodable {
            let name, explanation, `default`: String
        }

        let rule, title, severity, scope, explanation: String
        let parameters: [Parameter]
    }

    func print() throws {
        let style = Console.style
        for info in RuleRegistry.infos {
            guard !isJSON else {
                try JSONOutput.print(
                    Record(
                        rule: info.id, title: info.title, severity: info.severity.rawValue,
                        scope: info.scope.rawValue, explanation: info.explanation,
                        parameters: info.parameters.map {
                            .init(name: $0.name, explanation: $0.explanation, default: $0.defaultText)
                        }))
                continue
            }
            Console.print(
                "\(style.bold(info.id))  \(info.title) (\(info.severity.rawValue), by \(info.scope.rawValue))"
            )
            for line in lines(info.explanation, indent: 2) { Console.print(line) }
            for parameter in info.parameters {
                let value = parameter.defaultText.isEmpty ? "" : " (\(parameter.defaultText))"
                for line in lines("\(parameter.name)\(value): \(parameter.explanation)", indent: 4) {
                    Console.print(line)
                }
            }
            Console.print()
        }
    }

    private func lines(_ text: String, indent: Int) -> [String] {
        let space = String(repeating: " ", count: indent)
        let body = text.wrapped(to: Console.width - indent, indent: 0)
        return body.split(separator: "\n").map { space + $0 }
    }
}
