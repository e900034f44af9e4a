import Regimes

extension [Opening] {
  /// What opens a gate, for people: a point for each article, and below it the ways or the parts of the only one.
  func points(_ style: TextStyle) -> [String] {
    let isOfOne = Set(flatMap(\.closers).map(\.regime)).count < 2
    return lines { isOfOne ? $0.article : "\($0.regime) \($0.article)" }.flatMap { line in
      ["· " + style.say(line.words)] + line.below.map { "    " + style.say($0.words) }
    }
  }
}
