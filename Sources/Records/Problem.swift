public import Measures

/// One mistake in what somebody wrote: where it is, which rule it breaks, what to do.
public struct Problem: Hashable, Sendable {
  /// The kind of mistake. The set is open.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The stable spelling, in kebab-case.
    public let rawValue: String
    /// Creates a code from its spelling.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// The kind of mistake.
  public let code: Code
  /// Where it stands, if it stands somewhere.
  public let mark: Mark?
  /// The path of fields, such as `compute[0].value`.
  public let field: String?
  /// What is wrong, and under which rule.
  public let rule: Message
  /// What to do next.
  public let remedy: Message

  /// Creates a problem.
  public init(_ code: Code, at mark: Mark?, field: String? = nil, rule: Message, remedy: Message) {
    self.code = code
    self.mark = mark
    self.field = field
    self.rule = rule
    self.remedy = remedy
  }

  /// The problem on one line: file, line, field, rule, remedy, code.
  public func text(_ language: Language) -> String {
    let place =
      mark.map { $0.file.isEmpty ? "" : $0.line > 0 ? "\($0.file):\($0.line): " : "\($0.file): " } ?? ""
    let path = field.map { "\($0.shortened(to: 200)): " } ?? ""
    return "\(place)\(path)\(rule.text(language)) \(remedy.text(language)) [\(code.rawValue)]".shownSafely
  }
}

/// Everything that is wrong with an input, in the order of the files.
public struct Problems: Error, Sendable {
  /// The problems, at least one.
  public let list: [Problem]

  /// Creates the error, in the order of files and lines.
  public init(_ list: [Problem]) {
    self.list = list.enumerated().sorted { left, right in
      let (a, b) = (left.element.mark, right.element.mark)
      return (a?.file ?? "", a?.line ?? 0, left.offset) < (b?.file ?? "", b?.line ?? 0, right.offset)
    }.map(\.element)
  }
}

extension Problem {
  /// More lists and groups in each other than are read.
  package static func tooDeep(at mark: Mark, _ limit: Int) -> Problem {
    Problem(
      .tooLarge, at: mark, rule: Phrase.nestsTooDeep.with(.count(limit)), remedy: Phrase.flatten.message)
  }
}
