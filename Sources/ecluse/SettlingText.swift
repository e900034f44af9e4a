import Measures
import Pages
import Regimes

/// What would settle the classes and duties of a determination that nothing decides, for people.
struct SettlingText {
  let determination: Determination
  let style: TextStyle

  var lines: [String] {
    SettlingWays(style.language).groups(determination).flatMap { group in
      ["      " + style.say(Phrase.wouldSettle.with(.code(group.names.joined(separator: ", "))))]
        + group.ways.map { "        · \($0)" }
    }
  }
}
