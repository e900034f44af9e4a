package import Measures
package import Records

/// Tables of AI models by Epoch AI (CC BY 4.0), of either edition: the one of all models and the one of frontier models,
/// whose columns have other names.
package struct EpochTable {
  /// More rows than fit in a file of a dossier are refused.
  package static let maximumModels = 50_000
  /// A table of more bytes is refused before it is read.
  package static let maximumBytes = 256 << 20

  private let language: Language
  private let peaks: EpochHardware
  private var imported = Imported()

  /// Reads a table.
  /// - Parameter peak: the fastest dense peak of the accelerator of that name, in FLOP/s, if it is known.
  /// - Throws: ``Problems``: a table that is another, or whose rows are broken or shifted, every one of them.
  package static func read(
    _ bytes: [UInt8], file: String, language: Language, peak: @escaping (String) -> Ratio?
  ) throws(Problems) -> Imported {
    let rows = try Self.rows(bytes, file: file)
    var table = EpochTable(language, peak)
    table.add(rows)
    return table.imported
  }

  private init(_ language: Language, _ peak: @escaping (String) -> Ratio?) {
    self.language = language
    peaks = EpochHardware(peak)
    imported.comments = Phrase.epochHeader.message.text(language).components
  }

  private static func rows(_ bytes: [UInt8], file: String) throws(Problems) -> [EpochRow] {
    var reader = try CSVReader(bytes, file: file)
    guard let header = try reader.next() else {
      throw Problems([
        Problem(
          .wrongFormat, at: Mark(file: file, line: 0), rule: Phrase.emptyTable.message,
          remedy: Phrase.nameEpochTable.message)
      ])
    }
    let columns = try EpochColumns(header, at: reader.mark(header))
    var rows: [EpochRow] = []
    var mistakes: [Problem] = []
    while let row = try reader.next() {
      guard rows.count < maximumModels else {
        throw Problems([
          Problem(
            .tooLarge, at: reader.mark(row), rule: Phrase.tableTooLong.with(.count(maximumModels)),
            remedy: Phrase.tableSplit.message)
        ])
      }
      rows.append(EpochRow(row, columns, at: reader.mark(row), mistakes: &mistakes))
    }
    mistakes += reader.mistakes
    guard mistakes.isEmpty else { throw Problems(mistakes) }
    return rows
  }

  // MARK: From rows to records

  private mutating func add(_ all: [EpochRow]) {
    var rows: [EpochRow] = []
    for row in all {
      if row.model.isEmpty {
        note(row, .notTaken, nil, Phrase.epochNoName.with(.count(row.number)), .epochNameIt)
      }
      if !row.model.isEmpty { rows.append(row) }
    }
    let parties = EpochParties(rows)
    var names = UniqueNames()
    var locals: [String: String] = [:]
    var own: [String] = []
    var first: [String: EpochRow] = [:]
    for row in rows {
      let (local, isOther) = names.take(Slug.of(row.model), else: "model")
      own.append(local)
      if isOther {
        let others = first[row.model].map(\.number)
        note(
          row, .sourceConflict, "Model",
          (others == nil ? Phrase.epochLooksSame : .epochSameName).with(
            .quoted(row.model), .count(row.number), .count(others ?? 0), .code(local)), .joinOrRename)
      }
      if first[row.model] == nil { (first[row.model], locals[row.model]) = (row, local) }
    }
    var unknown: [String: EpochBase] = [:]
    for row in rows {
      for base in Set(row.bases).sorted() where first[base] == nil && base != row.model {
        if unknown[base] == nil {
          let local = names.take(Slug.of(base), else: "base").local
          (locals[base], unknown[base]) = (local, EpochBase(name: base, local: local))
        }
        unknown[base]?.named(by: row)
      }
    }
    imported.records += parties.records
    for (row, local) in zip(rows, own) {
      var comments: [String] = []
      let before = imported.findings.count
      check(row, first)
      comments = imported.findings[before...].map { $0.rule.text(language) }
      let writer = EpochModel(
        row: row, local: local, actor: parties.actor(of: row), locals: locals, language: language)
      imported.records += writer.records(remarks: comments, hardware: peaks.note(row, language))
      for finding in writer.findings { imported.findings.append(finding) }
    }
    for base in unknown.values.sorted(by: { $0.local < $1.local }) {
      imported.findings.append(base.finding)
      imported.records += base.records(language)
    }
  }

  /// What a row says that cannot be right, or that another row contradicts.
  private mutating func check(_ row: EpochRow, _ first: [String: EpochRow]) {
    if let rule = peaks.impossible(row) {
      note(row, .notTaken, EpochColumns.hardware[0], rule, .checkHardware)
    }
    for base in row.bases {
      guard let other = first[base], base != row.model else {
        if base == row.model {
          note(
            row, .notTaken, "Base model", Phrase.epochOwnBase.with(.count(row.number), .quoted(base)),
            .checkSource)
        }
        continue
      }
      if let mine = row.date, let theirs = other.date, theirs > mine {
        note(
          row, .sourceConflict, "Base model", Phrase.epochBaseLater.with(.count(row.number), .quoted(base)),
          .checkSource)
      }
    }
    if let total = total(row, first), let recorded = row[EpochColumns.compute]?.value,
      !total.isWithinATwentieth(of: recorded)
    {
      note(
        row, .sourceConflict, EpochColumns.compute[0],
        Phrase.epochTotalDiffers.with(.count(row.number), .amount(recorded, .flop), .amount(total, .flop)),
        .checkSource)
    }
    if row[EpochColumns.postTraining] != nil {
      note(
        row, .notTaken, EpochColumns.postTraining[0], Phrase.epochPostTraining.with(.count(row.number)),
        .checkSource)
    }
  }

  /// What bases and fine-tuning are together, if all of it is in the table.
  private func total(_ row: EpochRow, _ first: [String: EpochRow]) -> Ratio? {
    guard !row.bases.isEmpty, var sum = row[EpochColumns.finetune]?.value else { return nil }
    for base in Set(row.bases) {
      guard let value = first[base]?[EpochColumns.compute]?.value, let next = try? sum.adding(value) else {
        return nil
      }
      sum = next
    }
    return sum
  }

  private mutating func note(
    _ row: EpochRow, _ code: Problem.Code, _ field: String?, _ rule: Message, _ remedy: Phrase
  ) {
    imported.findings.append(Problem(code, at: row.mark, field: field, rule: rule, remedy: remedy.message))
  }
}

extension Ratio {
  /// Whether it differs from `other` by no more than a twentieth of it.
  fileprivate func isWithinATwentieth(of other: Ratio) -> Bool {
    guard let more = try? other.multiplied(by: Ratio(21, over: 20)),
      let less = try? other.multiplied(by: Ratio(19, over: 20))
    else { return true }
    return less <= self && self <= more
  }
}

extension String {
  /// Its lines.
  var components: [String] { split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
}
