import Measures
import Records
import Regimes

/// The board: a row a subject with its gates and the distance to the next threshold.
struct GateBoard {
  let templates: Templates
  let words: PageWords
  let reasons: GateReason
  let chart: ThresholdChart
  /// Regimes that only interpret others: their classes are left to the details.
  let guidance: Set<String>

  /// The columns of gates: every action that any subject may be asked.
  static func columns(_ subjects: [SubjectView]) -> [Action] {
    let kinds = Set(subjects.map(\.subject.id.kind))
    return Action.allCases.filter { action in kinds.contains { SubjectView.actions(of: $0).contains(action) }
    }
  }

  func html(_ subjects: [SubjectView]) throws(PageError) -> Markup {
    let columns = Self.columns(subjects)
    let columnNames = columns.map { ["name": .text(words.heading(words.action($0)))] as Fields }
    var groups: [Fields] = []
    var rest: [Markup] = []
    let kinds = Set(subjects.map(\.subject.id.kind))
    for (kind, label) in [
      ("artifact", "models"), ("activity", "runs"), ("cluster", "clusters"), ("", "others"),
    ] {
      let isRest = kind.isEmpty
      let members = subjects.filter {
        isRest
          ? !["artifact", "activity", "cluster"].contains($0.subject.id.kind) : $0.subject.id.kind == kind
      }
      guard !members.isEmpty else { continue }
      var rows: [Markup] = []
      for member in members {
        let isFolded = subjects.count > AssessmentPage.briefAbove && rows.count == AssessmentPage.unfolded
        let row = try row(member, columns)
        if isFolded { rest.append(row) } else { rows.append(row) }
      }
      groups.append([
        "heading": .text(kinds.count > 1 ? PageLabels.all[label]?.text[words.language] ?? "" : ""),
        "span": .text(String(columns.count + 2)), "rows": .markup(.joined(rows)),
      ])
    }
    return try templates.fill(
      "board",
      [
        "columns": .list(columnNames), "groups": .list(groups),
        "rest": .markup(try folded(rest, columnNames)),
      ])
  }

  /// The rows of a long page after the first ones of their kind, behind one line.
  private func folded(_ rows: [Markup], _ columns: [Fields]) throws(PageError) -> Markup {
    guard !rows.isEmpty else { return .none }
    let table = try templates.fill("restboard", ["columns": .list(columns), "rows": .markup(.joined(rows))])
    return try templates.fill(
      "rest",
      [
        "more": .text(words.say(Phrase.pageMore.with(.count(rows.count)))), "parts": .markup(table),
      ])
  }

  private func row(_ subject: SubjectView, _ columns: [Action]) throws(PageError) -> Markup {
    var cells: [Markup] = []
    let here = subject.bindingGates.filter { $0.place == GateState.everywhere }
    let elsewhere = subject.otherGates.filter { $0.place == GateState.everywhere }
    var index = 0
    while index < columns.count {
      guard let group = here.first(where: { $0.actions.contains(columns[index]) }) else {
        cells.append(
          try templates.fill("nogate", ["label": .text(words.heading(words.action(columns[index])))]))
        index += 1
        continue
      }
      // Neighbours that share state and reason are one cell, unless what does not bind tells them apart.
      func other(_ action: Action) -> GateGroup? { elsewhere.first { $0.actions.contains(action) } }
      var end = index + 1
      while end < columns.count, group.actions.contains(columns[end]),
        other(columns[end])?.state == other(columns[index])?.state
      { end += 1 }
      var shown = group
      shown.actions = Array(columns[index..<end])
      let others = elsewhere.compactMap { group -> GateGroup? in
        var group = group
        group.actions.removeAll { !shown.actions.contains($0) }
        return group.actions.isEmpty ? nil : group
      }
      cells.append(
        try reasons.cell(
          shown, others: others, anchor: subject.anchor, columns: index..<end, of: columns.count))
      index = end
    }
    return try templates.fill(
      "row",
      [
        "anchor": .text(subject.anchor), "name": .text(subject.name),
        "maker": .text(subject.subject.maker ?? ""),
        "compute": .text(compute(subject)),
        "chips": .list(chips(subject)), "cells": .markup(.joined(cells)),
        "gauge": .markup(try chart.gauge(subject.rows, reasons.articles)),
      ])
  }

  /// The compute behind it in a few words.
  func compute(_ subject: SubjectView) -> String {
    guard let bounds = subject.computeBounds else { return "" }
    guard bounds.best != nil || bounds.low > .zero else { return words.say(.pageNoEstimate) }
    let figure =
      bounds.best.map { words.numbers.quantity($0, .flop) }
      ?? words.numbers.bounds(Bounds(atLeast: bounds.low), .flop)
    guard subject.computeRow?.isProjection == true else { return figure }
    return words.say(Phrase.projected.with(.code(figure)))
  }

  /// Classes that hold or cannot be excluded, and the tier.
  func chips(_ subject: SubjectView) -> [Fields] {
    var chips: [Fields] = []
    if let tier = subject.tier {
      let word =
        tier.established == tier.notExcluded
        ? tier.established
        : words.say(Phrase.pageTierChip.with(.code(tier.established), .code(tier.notExcluded)))
      chips.append(["word": .text(word), "isQuiet": .flag(false)])
    }
    for (name, verdict) in subject.classes(except: guidance) where verdict.isPossible {
      let isCertain = verdict == .holds
      chips.append([
        "word": .text(
          isCertain
            ? words.word(name.name) : words.say(Phrase.pageCannotBeExcluded.with(.word(name.name)))),
        "isQuiet": .flag(!isCertain),
      ])
    }
    return chips
  }
}
