import Lineage
import Measures
import Pages
import Records
import Regimes

extension PlanReport {
  /// The plan for people.
  func lines(_ style: TextStyle) -> [String] {
    let name = (facts[plan.model]?["name"]?.text ?? plan.model.description).shownSafely
    let where_ = places.map(style.word).joined(separator: ", ")
    var lines = [[style("Écluse", .bold), style.asOf(facts)].joined(separator: " · ")]
    if usesPublicRecord { lines.append(style(style.say(.publicNotice), .faint)) }
    lines += [
      "",
      style(name, .bold) + style("  \(plan.model.full)", .faint) + " · "
        + style.say(Phrase.planTitle.with(.date(deploy), .code(where_))),
    ]
    lines += ["", style(style.say(.planRuns), .bold)] + runs(style)
    lines += ["", style(style.say(.planTotals), .bold)] + totals(style)
    lines += ["", style(style.say(.planThresholds), .bold)] + thresholds(style)
    lines += ["", style(style.say(.planDoublings), .bold)] + doublings(style)
    lines += ["", style(style.say(Phrase.planActs.with(.date(deploy))), .bold)] + acts(style)
    lines += ["", style(style.say(.planBrings), .bold)] + brings(style)
    lines += ["", style(style.say(.noClock), .faint)] + Assessment.leftOut(packs, library, facts, style)
    return lines + [style(style.say(.notAdvice), .faint)]
  }

  private func runs(_ style: TextStyle) -> [String] {
    var table = TextTable([.left, .left, .left, .left])
    for run in plan.activities {
      let dates: Message =
        if let from = run.from, let to = run.to {
          Phrase.planDates.with(.date(from), .date(to))
        } else {
          Phrase.noDates.message
        }
      table.add(
        [
          run.id.description, style.word(run.kind), style.say(run.state == .running ? .running : .planned),
          style.say(dates),
        ], [nil, .faint, nil, nil])
    }
    return table.lines(style, indent: 2)
  }

  private func totals(_ style: TextStyle) -> [String] {
    var table = TextTable([.left, .left, .left])
    table.add(["", style.say(.toDate), style.say(.atCompletion)], [nil, .faint, .faint])
    for total in plan.totals {
      table.add(
        [
          style.word(total.convention.bareName), style.bounds(total.toDate.ratios, .flop),
          style.bounds(total.atCompletion.ratios, .flop),
        ], [nil, nil, .water])
    }
    return table.lines(style, indent: 2)
  }

  private static func words(_ passing: Accrual.Passing?, _ style: TextStyle) -> String {
    switch passing {
    case .already: style.say(.already)
    case .on(let day): style.dates.day(day)
    case .undated: style.say(.notDatable)
    case .never, nil: "–"
    }
  }

  private func cells(_ dates: Crossing.Dates?, _ style: TextStyle) -> [String] {
    guard let dates else { return ["", "", ""] }
    return [dates.earliest, dates.expected, dates.latest].map { Self.words($0, style) }
  }

  private func thresholds(_ style: TextStyle) -> [String] {
    var table = TextTable([.left, .left, .right, .left, .left, .left, .left])
    table.add(
      ["", "", "", "", style.say(.earliest), style.say(.expected), style.say(.latest)],
      Array(repeating: .faint, count: 7))
    for item in plan.crossings {
      let isOfRun = item.subject != plan.model
      table.add(
        [
          "\(item.regime) \(item.headroom.article)" + (isOfRun ? " (\(item.subject))" : ""),
          style.say(item.headroom.wordsToday),
          style.numbers.quantity(item.headroom.threshold, item.headroom.dimension),
          style.say(item.state.phrase),
        ] + cells(item.state == .below || item.state == .crossed ? nil : item.dates, style),
        [.faint, nil, .water, item.state.tone])
    }
    return table.lines(style, indent: 2) + undated(style)
  }

  private func undated(_ style: TextStyle) -> [String] {
    let names = Set(plan.crossings.flatMap { $0.dates?.undated ?? [] }).sorted()
    return names.map { "  ! " + style.say(Phrase.whoHasNoDates.with(.code($0.description))) }
  }

  /// Conventions under which the compute doubles on the same days stand together.
  private func doublings(_ style: TextStyle) -> [String] {
    var groups: [(names: [String], total: Plan.Total)] = []
    for total in plan.totals {
      let name = total.convention.bareName
      if let place = groups.firstIndex(where: {
        $0.total.base == total.base && $0.total.doublings == total.doublings
      }) {
        groups[place].names.append(name)
      } else {
        groups.append(([name], total))
      }
    }
    return groups.flatMap { doublings($0.total, .words($0.names), style) }
  }

  private func doublings(
    _ total: Plan.Total, _ names: Message.Argument, _ style: TextStyle
  ) -> [String] {
    guard let base = total.base else { return ["  " + style.say(Phrase.noBase.with(names))] }
    let what = base.of.map { Phrase.behindBase.with(.code($0.description)) } ?? Phrase.doneSoFar.message
    let head = Phrase.doublingsFrom.with(names, .message(what), .amount(Ratio(base.total), .flop))
    var table = TextTable([.left, .right, .left, .left, .left])
    if !total.doublings.isEmpty {
      table.add(
        ["", "", style.say(.earliest), style.say(.expected), style.say(.latest)],
        Array(repeating: .faint, count: 5))
    }
    for item in total.doublings {
      table.add(
        [
          style.say(Phrase.timesBase.with(.code(style.numbers.integer(item.times)))),
          style.numbers.quantity(Ratio(item.total), .flop),
        ] + cells(item.dates, style), [nil, .water])
    }
    return ["  " + style.say(head)] + table.lines(style, indent: 4)
  }

  /// The gates; what a regime said word for word of another act is said by that act’s name.
  private func acts(_ style: TextStyle) -> [String] {
    var said: [[String]: String] = [:]
    return plan.acts.flatMap { act -> [String] in
      let isUngoverned = !act.gate.isGoverned && act.gate.state == .open
      let state =
        isUngoverned ? style.say(.noRule) : style(style.say(act.gate.state.phrase), act.gate.state.tone)
      let name = "\(style.say(act.action.phrase)) · \(act.gate.place(style))"
      var lines = ["  " + style.say(Phrase.labelled.with(.code(style(name, .bold)), .code(state)))]
      for part in act.parts {
        let whole = self.lines(of: part, style)
        if let other = said[whole], whole.count > 2 {
          lines += [whole[0], "      " + style.say(Phrase.asSaidOf.with(.code(other)))]
        } else {
          said[whole] = name
          lines += whole
        }
      }
      return lines
    }
  }

  /// What one regime says of a gate: what closes it, what would settle it, what opens it.
  private func lines(of part: Plan.Act.Part, _ style: TextStyle) -> [String] {
    let state = part.gate.state.phrase.message
    let said = part.isBinding ? state : Phrase.would.with(.message(state))
    let articles = part.gate.because.map(\.article).joined(separator: ", ")
    let head = Phrase.labelled.with(
      .code(part.pack.id), .code(style(style.say(said), part.gate.state.tone)))
    let (heading, points) = part.gate.openings(style)
    return ["    " + style.say(head) + (articles.isEmpty ? "" : style("  \(articles)", .faint))]
      + part.gate.ways(style).map { "      · \($0)" }
      + (points.isEmpty ? [] : ["      " + style.say(heading)] + points.map { "        \($0)" })
  }

  private func brings(_ style: TextStyle) -> [String] {
    let lines = plan.outcomes.flatMap { outcome -> [String] in
      let inner = tier(outcome, style) + classes(outcome, style) + duties(outcome, style)
      guard !inner.isEmpty else { return [] }
      let subject = outcome.subject == plan.model ? "" : " · \(outcome.subject)"
      let wouldBind = outcome.isBinding ? "" : " · \(style.say(.wouldBind))"
      return [
        "  " + style(outcome.pack.title[style.language], .water)
          + style("  \(outcome.pack.id) \(outcome.pack.version)\(subject)\(wouldBind)", .faint)
      ] + inner
    }
    return lines.isEmpty ? ["  " + style.say(.bringsNothing)] : lines
  }

  private func tier(_ outcome: Plan.Outcome, _ style: TextStyle) -> [String] {
    guard let then = outcome.tier.then else { return [] }
    let words = then.words
    guard let today = outcome.tier.today, today != then else { return ["    " + style.say(words)] }
    return ["    " + style.say(Phrase.fromTo.with(.message(today.words), .message(words)))]
  }

  private func classes(_ outcome: Plan.Outcome, _ style: TextStyle) -> [String] {
    var table = TextTable([.left, .left])
    for item in outcome.classes where item.then.isPossible {
      let then = item.then.phrase.message
      let words =
        item.today == item.then
        ? then : Phrase.fromTo.with(.message(item.today.phrase.message), .message(then))
      table.add(
        [style.say(Phrase.heading.with(.word(item.name.name))), style.say(words)], [nil, item.then.tone])
    }
    return table.lines(style, indent: 4)
  }

  private func duties(_ outcome: Plan.Outcome, _ style: TextStyle) -> [String] {
    var table = TextTable([.left, .left, .left, .left, .left])
    for (duty, today) in outcome.duties {
      table.add(
        [
          style.word(duty.duty.duty), "→ \(duty.to.word(style))",
          style.say(duty.state.words(until: duty.deferredUntil))
            + (today == .possible ? " (\(style.say(.possibleToday)))" : ""),
          duty.duty.citation.place(style.language),
          DueWords(style.language, duty.terms).text(duty.duty.due),
        ], [nil, nil, duty.state == .owed ? .bold : .undetermined, .faint, .faint])
    }
    return table.lines(style, indent: 4)
  }
}

extension Headroom {
  /// The quantity for people: what is compared is said by dates, so not that it is a projection.
  fileprivate var wordsToday: Message { Self.words(quantity, [convention], share) }
}

extension Crossing.State {
  var phrase: Phrase {
    switch self {
    case .crossed: .crossedAlready
    case .crosses: .crossesInPlan
    case .mayCross: .mayCross
    case .below: .staysBelow
    }
  }

  fileprivate var tone: TextStyle.Tone {
    switch self {
    case .crossed, .crosses: .closed
    case .mayCross: .undetermined
    case .below: .faint
    }
  }
}
