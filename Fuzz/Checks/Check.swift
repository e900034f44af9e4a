import Measures
import Records

/// What holds for every input, whoever made it. Where something does not, the run ends and the fuzzer keeps the input.
enum Check {
  /// Ends the run unless the condition is met.
  static func that(_ condition: Bool, _ rule: @autoclosure () -> String) {
    guard condition else { fatalError("does not hold: \(rule())") }
  }

  /// Both ways of reading gave the same.
  static func same<Read: Equatable>(_ left: Read, _ right: Read, _ rule: @autoclosure () -> String) {
    guard left == right else { fatalError("does not hold: \(rule())\n  \(left)\n  \(right)") }
  }

  /// What was read, or nil for a refusal, which must say something in both languages about a line that there is.
  static func read<Content>(
    _ bytes: [UInt8], _ reading: ([UInt8]) throws(Problems) -> Content
  ) -> Content? {
    do throws(Problems) { return try reading(bytes) } catch {
      check(error.list, of: bytes)
      return nil
    }
  }

  /// Checks what is said of a file.
  static func check(_ problems: [Problem], of bytes: [UInt8]) {
    that(!problems.isEmpty, "a refusal has a reason")
    // More says the same again.
    for problem in problems.prefix(8) {
      for language in [Language.en, .fr] {
        let text = problem.text(language)
        that(!text.isEmpty, "a problem says something")
        that(
          text.unicodeScalars.allSatisfy { $0.value >= 0x20 },
          "nothing in \(text.debugDescription) moves a cursor")
      }
      that((problem.mark?.line ?? 0) >= 0, "a line is counted from 1")
      that((problem.mark?.line ?? 0) <= bytes.count + 1, "a line is in the file: \(problem.text(.en))")
    }
  }

  /// A reader that takes one spelling: what it read is written as the same bytes.
  static func exact<Content: Equatable>(
    _ bytes: [UInt8], _ name: String, _ reading: ([UInt8]) throws(Problems) -> Content,
    written: (Content) -> [UInt8]
  ) -> Content? {
    guard let content = read(bytes, reading) else { return nil }
    same(written(content), bytes, "\(name): written as it was read")
    same(read(bytes, reading), content, "\(name): read twice alike")
    return content
  }

  /// A reader that takes several spellings: what it writes is read as the same and written again as the same bytes.
  static func settled<Content>(
    _ bytes: [UInt8], _ name: String, _ reading: ([UInt8]) throws(Problems) -> Content,
    written: (Content) -> [UInt8]
  ) -> Content? {
    guard let content = read(bytes, reading) else { return nil }
    let once = written(content)
    guard let again = read(once, reading) else {
      fatalError("does not hold: \(name): what is written is read: \(String(decoding: once, as: UTF8.self))")
    }
    same(written(again), once, "\(name): written twice alike")
    return content
  }
}
