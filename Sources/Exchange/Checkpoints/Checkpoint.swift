package import Measures
package import Records

/// A folder that `transformers` wrote: a model, the run that made it, and what its card says that it came from.
package struct Checkpoint {
  private let files: CheckpointFiles
  private let language: Language
  /// The records that a name may mean.
  private let known: (String) -> [GlobalID]
  private var imported = Imported()
  private var weights: CheckpointWeights?
  private var card: CheckpointCard?
  private let config, state, adapter: Node?

  /// Reads a folder.
  /// - Parameter known: the models of the public record that a name may mean.
  /// - Throws: ``Problems``: no checkpoint, or one whose `config.json` is half-written.
  package static func read(
    _ files: CheckpointFiles, language: Language, known: @escaping (String) -> [GlobalID]
  ) throws(Problems) -> Imported {
    var checkpoint = try Checkpoint(files, language, known)
    checkpoint.describe()
    return checkpoint.imported
  }

  private init(_ files: CheckpointFiles, _ language: Language, _ known: @escaping (String) -> [GlobalID])
    throws(Problems)
  {
    (self.files, self.language, self.known) = (files, language, known)
    config = try files.tree("config.json")
    adapter = try files.tree("adapter_config.json")
    var findings: [Problem] = []
    do throws(Problems) { state = try files.tree("trainer_state.json") } catch {
      state = nil
      findings += error.list.map { Self.finding(.notTaken, "trainer_state.json", $0.rule, .checkpointWrite) }
    }
    guard config != nil || adapter != nil else {
      throw Problems([
        Problem(
          .wrongFormat, at: Mark(file: files.folder, line: 0), rule: Phrase.noCheckpoint.message,
          remedy: Phrase.nameCheckpoint.message)
      ])
    }
    if let text = files.texts["README.md"] {
      do throws(Problems) { card = try CheckpointCard(text, file: "\(files.folder)/README.md") } catch {
        findings += error.list.map { Self.finding(.notTaken, "README.md", $0.rule, .checkSource) }
      }
    }
    imported.comments = [Phrase.checkpointHeader.message.text(language)]
    imported.findings = findings
  }

  private static func finding(_ code: Problem.Code, _ file: String, _ rule: Message, _ remedy: Phrase)
    -> Problem
  {
    Problem(code, at: Mark(file: file, line: 0), rule: rule, remedy: remedy.message)
  }

  private mutating func note(_ code: Problem.Code, _ file: String, _ rule: Message, _ remedy: Phrase) {
    imported.findings.append(Self.finding(code, file, rule, remedy))
  }

  // MARK: What stands there

  private var relation: CheckpointCard.Relation {
    if let stated = card?.relation { return stated }
    if adapter != nil { return .adapter }
    if config?["quantization_config"] != nil { return .quantized }
    return (card?.bases.count ?? 0) > 1 ? .merge : .finetune
  }

  private mutating func describe() {
    readWeights()
    let bases = bases()
    compareRelation(bases)
    let local = Slug.of(files.name).isEmpty ? "model" : Slug.of(files.name)
    var names = UniqueNames()
    _ = names.take(local, else: "model")
    var artifact: [WrittenField] = [.text("name", files.name)]
    if let weights, adapter == nil { artifact.append(.plain("parameters", "\(weights.total)")) }
    if let architecture = config?["architectures"]?.asList.first?.text {
      if architecture.contains(/(CausalLM|LMHeadModel|ConditionalGeneration)$/) {
        artifact.append(.words("generates", ["language-text"]))
      }
      artifact.append(
        WrittenField("sources", .list([.group([.text("text", "config.json: \(architecture.cleaned)")])])))
    }
    var run: [WrittenField] = [.plain("kind", bases.isEmpty ? "pretraining" : kind)]
    if !bases.isEmpty {
      let uses = bases.map { base -> WrittenValue in
        .group([.plain("artifact", reference(base, &names)), .plain("as", role)])
      }
      run.append(WrittenField("uses", .list(uses)))
    } else {
      note(.sourceIncomplete, "README.md", Phrase.checkpointNoBase.message, .checkpointAddBase)
    }
    run.append(.plain("produces", local))
    let estimates = estimates()
    if !estimates.isEmpty { run.append(WrittenField("compute", .list(estimates))) }
    imported.records.insert(
      contentsOf: [
        WrittenRecord("artifact", local, artifact),
        WrittenRecord(
          "activity", "\(local)/training", run, comments: imported.findings.map { $0.rule.text(language) }),
      ], at: 0)
  }

  private var kind: String {
    switch relation {
    case .finetune: "fine-tuning"
    case .adapter: "adapter"
    case .merge: "merge"
    case .quantized: "quantization"
    }
  }

  private var role: String {
    switch relation {
    case .finetune: "base-weights"
    case .adapter: "adapter-of"
    case .merge: "merged"
    case .quantized: "quantized-from"
    }
  }

  // MARK: Weights

  private mutating func readWeights() {
    var weights = CheckpointWeights()
    for file in files.weights where !weights.add(file.head, size: file.size, file: file.name) {
      return note(.notTaken, file.name, Phrase.checkpointWeightsCut.with(.code(file.name)), .checkpointWrite)
    }
    for index in ["model.safetensors.index.json", "adapter_model.safetensors.index.json"] {
      guard let map = (try? files.tree(index))??["weight_map"]?.entries else { continue }
      let missing = Set(map.compactMap(\.value.text)).subtracting(files.weights.map(\.name)).sorted()
      guard missing.isEmpty else {
        return note(
          .sourceIncomplete, index, Phrase.checkpointShards.with(.code(missing.joined(separator: ", "))),
          .checkpointWrite)
      }
    }
    guard !files.weights.isEmpty else {
      return note(
        .sourceIncomplete, files.folder, Phrase.checkpointNoWeights.message, .checkpointAddParameters)
    }
    self.weights = weights
  }

  // MARK: Bases

  /// What the card names, and what the other files say of it.
  private mutating func bases() -> [String] {
    let stated = card?.bases ?? []
    let own = (adapter?["base_model_name_or_path"] ?? config?["_name_or_path"])?.text?.cleaned ?? ""
    // A place on a machine, or its own name, is no name of a base.
    let isName = own.contains(/^[A-Za-z0-9][^\/]*\/[^\/]+$/) && own != files.name
    guard !stated.isEmpty else { return isName ? [own] : [] }
    if isName, !stated.contains(where: { Self.short($0) == Self.short(own) }) {
      note(
        .sourceConflict, "README.md",
        Phrase.checkpointOtherBase.with(.quoted(stated.joined(separator: ", ")), .quoted(own)), .checkSource)
    }
    return stated
  }

  private static func short(_ name: String) -> String {
    Slug.of(name.split(separator: "/").last.map(String.init) ?? name)
  }

  private mutating func compareRelation(_ bases: [String]) {
    if let word = card?.unknownRelation {
      note(.notTaken, "README.md", Phrase.checkpointRelation.with(.quoted(word)), .checkSource)
    }
    guard !bases.isEmpty else { return }
    if card?.relation == nil {
      note(.sourceIncomplete, "README.md", Phrase.checkpointNoRelation.with(.word(kind)), .checkSource)
    }
    func contradicts(_ what: String) {
      note(
        .sourceConflict, "README.md",
        Phrase.checkpointContradicts.with(.code(relation.rawValue), .code(what)), .checkSource)
    }
    switch relation {
    case .adapter: if adapter == nil { contradicts("adapter_config.json: –") }
    case .quantized: if config?["quantization_config"] == nil { contradicts("quantization_config: –") }
    case .merge: if bases.count < 2 { contradicts("base_model: 1") }
    case .finetune:
      if adapter != nil { contradicts("adapter_config.json") }
      if bases.count > 1 { contradicts("base_model: \(bases.count)") }
    }
  }

  /// The record of a base: one of the public record where exactly one fits, else one of its own.
  private mutating func reference(_ base: String, _ names: inout UniqueNames) -> String {
    let found = known(base)
    if found.count == 1 { return found[0].description }
    let local = names.take(Self.short(base), else: "base").local
    imported.records.append(WrittenRecord("artifact", local, [.text("name", base)]))
    if found.isEmpty {
      note(
        .sourceIncomplete, "README.md", Phrase.checkpointUnknownBase.with(.quoted(base), .code(local)),
        .checkSource)
    } else {
      note(
        .sourceConflict, "README.md",
        Phrase.checkpointManyBases.with(
          .quoted(base), .code(found.map(\.description).joined(separator: ", ")), .code(local)), .checkSource)
    }
    return local
  }

  // MARK: Compute

  private mutating func estimates() -> [WrittenValue] {
    guard let state else {
      if files.texts["trainer_state.json"] == nil {
        note(.sourceIncomplete, files.folder, Phrase.checkpointNoState.message, .checkpointAddCompute)
      }
      return []
    }
    var estimates: [WrittenValue] = []
    let tokens = state["num_input_tokens_seen"]?.text.flatMap(Figure.init).flatMap { $0.isZero ? nil : $0 }
    guard let flos = state["total_flos"]?.text.flatMap(Figure.init), !flos.isZero, let value = flos.value
    else {
      note(.sourceIncomplete, "trainer_state.json", Phrase.checkpointNoFLOP.message, .checkpointAddCompute)
      return []
    }
    // `total_flos` leaves out embeddings. Where weights stay frozen, their gradients are not computed.
    let low = adapter == nil ? value : (try? value.multiplied(by: Ratio(2, over: 3))) ?? .zero
    var fields: [WrittenField] = [
      .plain("method", "reported"), .plain("low", "\(low.rounded(.down)) FLOP"),
    ]
    if let weights, adapter == nil, weights.total > weights.embedded,
      let share = try? Ratio(weights.total, over: weights.total - weights.embedded),
      let high = try? value.multiplied(by: share)
    {
      fields.append(.plain("high", "\(high.rounded(.up)) FLOP"))
    } else {
      note(.notTaken, "trainer_state.json", Phrase.checkpointNoUpper.message, .checkpointAddCompute)
    }
    fields += [.plain("book", "approximation"), .text("source", "trainer_state.json: total_flos")]
    estimates.append(.group(fields))
    if let tokens, let weights, adapter == nil {
      estimates.append(
        .group([
          .plain("method", "counted"), .plain("parameters", "\(weights.total)"),
          .plain("tokens", tokens.text),
          .plain("book", "approximation"), .text("source", "trainer_state.json: num_input_tokens_seen"),
        ]))
    }
    return estimates
  }
}
