import Measures
import Records

/// The records of one row: the model, and the activity that made it.
struct EpochModel {
  let row: EpochRow
  let local: String
  let actor: String?
  let locals: [String: String]
  let language: Language

  private static let generates = ["Language": "language-text", "Image generation": "text-to-image"]

  func records(remarks: [String], hardware: String?) -> [WrittenRecord] {
    var (artifact, activity) = (artifact, activity)
    artifact.comments = remarks + findings.map { $0.rule.text(language) }
    if let hardware { activity.fields.append(.text("note", hardware)) }
    return [artifact, activity]
  }

  /// Figures that cannot be taken as they are.
  var findings: [Problem] {
    var findings: [Problem] = []
    func note(_ code: Problem.Code, _ column: [String], _ rule: Message) {
      findings.append(
        Problem(code, at: row.mark, field: column[0], rule: rule, remedy: Phrase.checkSource.message))
    }
    if row.confidence == "Wrong", own != nil {
      note(.notTaken, EpochColumns.confidence, Phrase.epochWrong.with(.count(row.number)))
    } else if let own, own.isJustAbove {
      note(.notTaken, ownColumn, Phrase.epochJustAbove.with(.count(row.number), .code(own.text)))
    }
    if own != nil, bounds == nil, low != nil || high != nil {
      note(.sourceConflict, EpochColumns.low, Phrase.epochBoundsApart.with(.count(row.number)))
    }
    return findings
  }

  private var isBased: Bool { row.bases.contains { locals[$0] != nil && $0 != row.model } }
  private var isCompressed: Bool { row.model.lowercased().contains("compressed") }
  private var ownColumn: [String] { isBased ? EpochColumns.finetune : EpochColumns.compute }
  /// With a base the recorded total is cumulative, perhaps: only the fine-tuning is known to be its own.
  private var own: Figure? { row[ownColumn].flatMap { $0.isZero ? nil : $0 } }
  private var low: Figure? { isBased ? nil : row[EpochColumns.low] }
  private var high: Figure? { isBased ? nil : row[EpochColumns.high] }

  /// The stated bounds, if they are around the figure.
  private var bounds: (low: Figure?, high: Figure?)? {
    guard let value = own?.value else { return nil }
    if let low = low?.value, low > value { return nil }
    if let high = high?.value, high < value { return nil }
    return (low, high)
  }

  private var origin: String {
    "Epoch AI" + (row.methods.isEmpty ? "" : ", \(row.methods.joined(separator: ", "))")
  }

  private var artifact: WrittenRecord {
    var fields: [WrittenField] = [.text("name", row.model)]
    if let parameters = row[EpochColumns.parameters], !parameters.isZero, parameters.value != nil {
      fields.append(.plain("parameters", parameters.text))
    }
    let generated = row.domains.compactMap { Self.generates[$0] }
    if !generated.isEmpty { fields.append(.words("generates", generated)) }
    if row.isFoundation { fields.append(.words("model-type", ["foundation"])) }
    if isBased, let total = row[EpochColumns.compute], !total.isZero, total.value != nil {
      fields.append(.plain("reported-total", "\(total.text) FLOP"))
    }
    if let date = row.date { fields.append(Self.valid(date)) }
    var sources: [WrittenValue] = [.group([.text("text", "Epoch AI")])]
    if !generated.isEmpty {
      sources.append(
        .group([
          .words("of", ["generates"]),
          .text("text", "Epoch AI, domain: \(row.domains.joined(separator: ", "))"),
          .plain("checked", "reading"),
        ]))
    }
    fields.append(WrittenField("sources", .list(sources)))
    return WrittenRecord("artifact", local, fields)
  }

  private var activity: WrittenRecord {
    let kind = isBased ? (isCompressed ? "quantization" : "fine-tuning") : "pretraining"
    var fields: [WrittenField] = [.plain("kind", kind)]
    if let actor { fields.append(.plain("by", actor)) }
    if let date = row.date { fields += [.plain("to", date.description), Self.valid(date)] }
    if isBased {
      let role = isCompressed ? "quantized-from" : "base-weights"
      var seen: Set<String> = []
      let bases = row.bases.filter { $0 != row.model && seen.insert($0).inserted }.compactMap { locals[$0] }
      fields.append(
        WrittenField("uses", .list(bases.map { .group([.plain("artifact", $0), .plain("as", role)]) })))
    } else if row.bases.isEmpty {
      fields.append(.words("complete", ["uses"]))
      let source: [WrittenField] = [
        .words("of", ["uses"]), .text("text", "Epoch AI names no base"), .plain("checked", "reading"),
      ]
      fields.append(WrittenField("sources", .list([.group(source)])))
    }
    fields.append(.plain("produces", local))
    if let estimate { fields.append(WrittenField("compute", .list([.group(estimate)]))) }
    return WrittenRecord("activity", "\(local)/training", fields)
  }

  private var estimate: [WrittenField]? {
    guard let own, own.value != nil, row.confidence != "Wrong" else { return nil }
    var fields: [WrittenField] = [.plain("method", "reported")]
    if own.isJustAbove {
      fields.append(.plain("low", "\(own.text) FLOP"))
    } else {
      fields.append(.plain("value", "\(own.text) FLOP"))
      if let low = bounds?.low, low.value != nil { fields.append(.plain("low", "\(low.text) FLOP")) }
      if let high = bounds?.high, high.value != nil { fields.append(.plain("high", "\(high.text) FLOP")) }
    }
    fields.append(.plain("book", "approximation"))
    let confidence = Slug.of(row.confidence)
    if !confidence.isEmpty { fields.append(.plain("confidence", confidence)) }
    return fields + [.text("source", origin)]
  }

  private static func valid(_ date: CivilDate) -> WrittenField {
    WrittenField("valid", .group([.plain("from", date.description)]))
  }
}

/// A base that rows name and no row describes.
struct EpochBase {
  let name: String
  let local: String
  /// The rows that name it, and what they say that it computed.
  private var rows: [EpochRow] = []

  init(name: String, local: String) { (self.name, self.local) = (name, local) }

  mutating func named(by row: EpochRow) { rows.append(row) }

  /// What all rows that state its compute agree on.
  private var stated: Figure? {
    let figures = rows.compactMap { row in row.bases.count == 1 ? row[EpochColumns.baseCompute] : nil }
    guard let first = figures.first, !first.isZero, first.value != nil,
      figures.allSatisfy({ $0.numeral == first.numeral })
    else { return nil }
    return first
  }

  var finding: Problem {
    Problem(
      .sourceIncomplete, at: rows.first?.mark, field: "Base model",
      rule: Phrase.epochUnknownBase.with(.quoted(name), .count(rows.first?.number ?? 0)),
      remedy: Phrase.addOrRename.with(.code(local)))
  }

  func records(_ language: Language) -> [WrittenRecord] {
    var fields: [WrittenField] = [.plain("kind", "pretraining"), .plain("produces", local)]
    if let stated {
      let estimate: [WrittenField] = [
        .plain("method", "reported"), .plain("value", "\(stated.text) FLOP"), .plain("book", "approximation"),
        .text("source", "Epoch AI, Base model compute"),
      ]
      fields.append(WrittenField("compute", .list([.group(estimate)])))
    }
    return [
      WrittenRecord("artifact", local, [.text("name", name)], comments: [finding.rule.text(language)]),
      WrittenRecord("activity", "\(local)/training", fields),
    ]
  }
}
