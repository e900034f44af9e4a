package import Measures
import Records

/// What opens a gate as far as some of its articles close it: each article that has the same way out.
package struct Opening: Hashable, Sendable {
  /// An article that keeps a gate from being open.
  package struct Closer: Hashable, Sendable {
    /// The regime.
    package let regime: String
    /// The article.
    package let article: String
    /// Where it stands.
    package let citation: Citation

    init(_ reason: GateState.Reason) {
      (regime, article, citation) = (reason.regime, reason.article, reason.citation)
    }
  }

  /// The articles; none, where a correction waits for a signature.
  package private(set) var closers: [Closer]
  /// What is needed. Without a way, nothing that can be shown lifts them.
  package let need: Need

  /// Of each article what it needs, those together that need the same. What nothing lifts comes first.
  fileprivate static func of(_ reasons: [GateState.Reason], _ need: (GateState.Reason) -> Need) -> [Opening] {
    var openings: [Opening] = []
    for reason in reasons {
      let (need, closer) = (need(reason), Closer(reason))
      if let known = openings.firstIndex(where: { $0.need == need }) {
        if !openings[known].closers.contains(closer) { openings[known].closers.append(closer) }
      } else {
        openings.append(Opening(closers: [closer], need: need))
      }
    }
    return openings.filter { $0.need == .impossible } + openings.filter { $0.need != .impossible }
  }

  fileprivate init(closers: [Closer], need: Need) {
    self.closers = closers
    self.need = need
  }

  /// What waits for nothing but a second signature.
  fileprivate init(_ clause: Message, code: String) {
    self.init(
      closers: [], need: .answer(.init(explanation: Explanation(.fails, clause, code: code))))
  }
}

extension GateState {
  /// What would open it: all of these, each article once. What is open may be ruled out, and what lifts an article may
  /// be shown.
  package var opensWhen: [Opening] {
    let corrections = openedByCorrection.count
    let signatures =
      corrections > Judge.correctionsTried
      ? [
        Opening(
          Phrase.correctionsAsOne.with(.count(corrections)),
          code: "opened-by-correction any of \(corrections)")
      ]
      : openedByCorrection.map { id in
        Opening(
          Phrase.openedByCorrection.with(.code(id.description)), code: "opened-by-correction \(id)")
      }
    return signatures + because.openings(.open)
  }
}

/// Articles that only may keep a gate from being open.
extension [GateState.Reason] {
  /// What would settle it: it is closed where that holds, and open where that fails.
  package var settlings: Settlings {
    let reasons = map { reason in
      reason.unless.map {
        Explanation(.unless, [reason.why, $0], reason.why.clause, code: reason.why.code)
      } ?? reason.why
    }
    return Settlings(Explanation(.any, reasons, Phrase.anyOf.message, code: "gate"))
  }

  /// What would lift them, whatever the open facts turn out to be; empty where nothing in one of them does.
  package var lifts: [Opening] {
    let lifts = openings(.shown)
    return lifts.first?.need == .impossible ? [] : lifts
  }

  /// What an article says must not be so, or what lifts it must.
  fileprivate func openings(_ ways: Needs.Ways) -> [Opening] {
    var needs = Needs()
    return Opening.of(self) { reason in
      let ruledOut = needs(reason.why, .fails, ways)
      return .one([ruledOut] + (reason.unless.map { [needs($0, .holds, .any)] } ?? []))
    }
  }
}
