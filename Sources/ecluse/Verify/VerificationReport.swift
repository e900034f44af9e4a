import Measures
import Records
import Regimes

extension Verification {
  /// The answers that differ, each with what does; then how many there are.
  func lines(_ style: TextStyle) -> [String] {
    let different = different
    return different.flatMap { made in
      made.difference.map { [made.answer.title(style)] + $0.lines(style) } ?? []
    } + [
      different.isEmpty
        ? style.say(Phrase.answersSame.with(.count(made.count)))
        : style.say(Phrase.answersDiffer.with(.count(made.count), .count(different.count)))
    ]
  }

  var json: JSON {
    .object([
      "ecluse": .int(1), "same": .bool(different.isEmpty), "different": .int(different.count),
      "answers": .array(
        made.map { made in
          .object(
            made.answer.named.merging([
              "same": .bool(made.difference == nil), "difference": made.difference?.json ?? .null,
            ]) { first, _ in first })
        }),
    ])
  }
}

extension StatedAnswer {
  fileprivate func title(_ style: TextStyle) -> String {
    let what =
      switch asked {
      case .determination(let pack, _): "\(pack.regime) \(pack.version)"
      case .gate(let action, let place, _, _): "\(action) · \(place)"
      case .account(let convention, _, _): convention
      }
    return [style(subject.shownSafely, .bold), what.shownSafely, style.dates.instant(asOf)].joined(
      separator: " · ")
  }

  /// Which answer it is.
  fileprivate var named: [String: JSON] {
    var members: [String: JSON] = [
      "subject": .string(subject), "asOf": .string(asOf.description),
      "knownAt": .optional(knownAt?.description),
    ]
    switch asked {
    case .determination(let pack, _):
      members["regime"] = .string(pack.regime)
      members["version"] = .string(pack.version)
    case .gate(let action, let place, _, _):
      members["action"] = .string(action)
      members["where"] = .string(place)
    case .account(let convention, _, _): members["convention"] = .string(convention)
    }
    return members
  }
}

extension Difference {
  /// Of a value no more is shown.
  private static let shown = 200

  fileprivate func lines(_ style: TextStyle) -> [String] {
    let name = Message.Argument.code((self.name ?? "").shownSafely)
    let what: Message =
      switch (kind, how) {
      case (.pack, .missing): Phrase.packMissing.with(name)
      case (.pack, .unnamed): Phrase.packUnnamed.with(name)
      case (.pack, _): Phrase.packOther.with(name)
      case (.fact, .missing): Phrase.factMissing.with(name)
      case (.fact, .unnamed): Phrase.factUnnamed.with(name)
      case (.fact, .unused): Phrase.factUnused.with(name)
      case (.fact, .other): Phrase.factOther.with(name)
      case (.body, _): Phrase.bodyOther.message
      }
    func value(_ text: String?) -> Message.Argument {
      text.map { .code($0.shortened(to: Self.shown).shownSafely) } ?? .message(Phrase.nothingThere.message)
    }
    return [
      "  " + style(style.say(what), .closed), "    " + style.say(Phrase.atPath.with(.code(path.shownSafely))),
      "    " + style.say(Phrase.inTheFile.with(value(stated))),
      "    " + style.say(Phrase.madeAgain.with(value(made))),
    ]
  }

  fileprivate var json: JSON {
    .object([
      "kind": .string(kind.rawValue), "how": .string(how.rawValue), "name": .optional(name),
      "path": .string(path), "stated": .optional(stated?.shortened(to: Self.shown)),
      "made": .optional(made?.shortened(to: Self.shown)),
    ])
  }
}
