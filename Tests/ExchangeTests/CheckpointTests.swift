import Exchange
import Measures
import Records
import Testing

/// Folders as `transformers` writes them, and as they should not be.
@Suite struct CheckpointTests {
  private static let config =
    #"{"architectures": ["LlamaForCausalLM"], "bos_token_id": null, "_name_or_path": "org/base-8b"}"#
  private static let state =
    #"{"total_flos": 6000000.0, "num_input_tokens_seen": 100, "log_history": [{"loss": NaN}]}"#

  /// The head of a safetensors file, and how long the file should be.
  private func weights(_ tensors: [(name: String, shape: [Int])], name: String = "model.safetensors")
    -> CheckpointFiles.Weights
  {
    var offset = 0
    let parts = tensors.map { tensor in
      let size = tensor.shape.reduce(4, *)
      defer { offset += size }
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      return
        "\"\(tensor.name)\":{\"dtype\":\"F32\",\"shape\":[\(shape)],\"data_offsets\":[\(offset),\(offset + size)]}"
    }
    let head = Array("{\(parts.joined(separator: ","))}".utf8)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: head.count >> ($0 * 8)) }
    return .init(name: name, head: length + head, size: 8 + head.count + offset)
  }

  private func read(
    _ texts: [String: String], weights: [CheckpointFiles.Weights] = [], known: [String: [GlobalID]] = [:]
  ) throws(Problems) -> Imported {
    let files = CheckpointFiles(
      folder: "checkpoint-20", parent: "Mon Modèle", texts: texts.mapValues { Array($0.utf8) },
      weights: weights)
    return try Checkpoint.read(files, language: .en) { known[$0] ?? [] }
  }

  private func card(_ fields: String) -> String { "---\n\(fields)\n---\n# A model\n" }

  private func codes(_ imported: Imported) -> [Problem.Code] { imported.findings.map(\.code) }

  private func field(_ imported: Imported, _ kind: String, _ name: String) -> Node? {
    imported.records.first { $0.kind == kind }.flatMap { $0.node(Mark(file: "", line: 0))[name] }
  }

  @Test func aWholeCheckpoint() throws {
    let base = GlobalID("public", "artifact", "base-8b")
    let imported = try read(
      [
        "config.json": Self.config, "trainer_state.json": Self.state,
        "README.md": card("base_model: org/base-8b\nbase_model_relation: finetune"),
      ], weights: [weights([("wte.weight", [100, 100]), ("h.0.weight", [100, 100])])],
      known: ["org/base-8b": [base]])
    #expect(imported.findings.isEmpty)
    #expect(imported.records.map(\.local) == ["mon-modele", "mon-modele/training"])
    #expect(field(imported, "artifact", "parameters")?.text == "20000")
    #expect(field(imported, "activity", "kind")?.text == "fine-tuning")
    let use = try #require(field(imported, "activity", "uses")?.elements?.first)
    #expect(use["artifact"]?.text == "public:base-8b" && use["as"]?.text == "base-weights")
    let estimates = try #require(field(imported, "activity", "compute")?.elements)
    // Half of the parameters are embeddings, which the figure leaves out.
    #expect(estimates[0]["low"]?.text == "6000000 FLOP" && estimates[0]["high"]?.text == "12000000 FLOP")
    #expect(estimates[1]["parameters"]?.text == "20000" && estimates[1]["tokens"]?.text == "100")
  }

  @Test func whatIsNotSaidStaysUnknown() throws {
    let imported = try read(["config.json": #"{"architectures": ["LlamaForCausalLM"]}"#])
    #expect(codes(imported) == [.sourceIncomplete, .sourceIncomplete, .sourceIncomplete])
    #expect(field(imported, "activity", "complete") == nil && field(imported, "activity", "compute") == nil)
    #expect(field(imported, "artifact", "parameters") == nil)
    // Without weights nothing bounds the figure above.
    let open = try read(["config.json": Self.config, "trainer_state.json": Self.state])
    #expect(field(open, "activity", "compute")?.elements?.first?["high"] == nil)
  }

  @Test func basesThatAreSeveralOrNone() throws {
    let texts = [
      "config.json": "{}", "README.md": card("base_model: org/base-8b\nbase_model_relation: finetune"),
    ]
    let two = ["a", "b"].map { GlobalID("public", "artifact", $0) }
    let many = try read(texts, known: ["org/base-8b": two])
    #expect(codes(many).contains(.sourceConflict))
    #expect(many.findings.contains { $0.rule.text(.en).contains("public:a, public:b") })
    #expect(field(many, "activity", "uses")?.elements?.first?["artifact"]?.text == "base-8b")
    #expect(try codes(read(texts)).filter { $0 == .sourceConflict }.isEmpty)
    let merge = try read([
      "config.json": "{}", "README.md": card("base_model: [org/one, org/two]\nbase_model_relation: merge"),
    ])
    #expect(field(merge, "activity", "uses")?.elements?.map { $0["as"]?.text } == ["merged", "merged"])
    #expect(field(merge, "activity", "kind")?.text == "merge")
  }

  @Test func relationsThatTheFolderContradicts() throws {
    for (fields, others) in [
      ("base_model: o/b\nbase_model_relation: adapter", [:]),
      ("base_model: o/b\nbase_model_relation: quantized", [:]),
      ("base_model: o/b\nbase_model_relation: merge", [:]),
      ("base_model: o/b\nbase_model_relation: finetune", ["adapter_config.json": "{}"]),
      ("base_model: o/other\nbase_model_relation: finetune", ["config.json": Self.config]),
    ] as [(String, [String: String])] {
      let texts = ["config.json": "{}", "README.md": card(fields)].merging(others) { $1 }
      #expect(try codes(read(texts)).contains(.sourceConflict), "\(fields)")
    }
    let odd = try read([
      "config.json": "{}", "README.md": card("base_model: o/b\nbase_model_relation: cousin"),
    ])
    #expect(codes(odd).contains(.notTaken))
  }

  @Test func anAdapterComputesLess() throws {
    let imported = try read([
      "adapter_config.json": #"{"base_model_name_or_path": "org/base-8b"}"#, "trainer_state.json": Self.state,
    ])
    #expect(field(imported, "activity", "kind")?.text == "adapter")
    #expect(field(imported, "activity", "compute")?.elements?.first?["low"]?.text == "4000000 FLOP")
  }

  @Test func whatIsHalfWritten() throws {
    #expect(throws: Problems.self) { try read(["config.json": "{\"architectures\": ["]) }
    #expect(throws: Problems.self) { try read(["README.md": card("base_model: o/b")]) }
    let cut = try read(["config.json": "{}", "trainer_state.json": "{\"total_flos\": 3"])
    #expect(codes(cut).contains(.notTaken) && field(cut, "activity", "compute") == nil)
    let whole = weights([("a", [10, 10])])
    for broken in [
      CheckpointFiles.Weights(name: "model.safetensors", head: whole.head, size: whole.size - 1),
      CheckpointFiles.Weights(
        name: "model.safetensors", head: Array(whole.head.prefix(20)), size: whole.size),
      CheckpointFiles.Weights(name: "model.safetensors", head: [], size: 0),
    ] {
      let imported = try read(["config.json": "{}"], weights: [broken])
      #expect(codes(imported).contains(.notTaken) && field(imported, "artifact", "parameters") == nil)
    }
    let shards = try read(
      [
        "config.json": "{}",
        "model.safetensors.index.json":
          #"{"weight_map": {"a": "model-1.safetensors", "b": "model-2.safetensors"}}"#,
      ], weights: [weights([("a", [10])], name: "model-1.safetensors")])
    #expect(shards.findings.contains { $0.rule.text(.en).contains("model-2.safetensors") })
    #expect(field(shards, "artifact", "parameters") == nil)
  }

  /// Shapes whose product no number holds are no parameters.
  @Test func shapesWithoutMeasure() throws {
    let head = Array(
      #"{"a":{"shape":[18446744073709551615,18446744073709551615,18446744073709551615],"data_offsets":[0,4]}}"#
        .utf8)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: head.count >> ($0 * 8)) }
    let imported = try read(
      ["config.json": "{}"], weights: [.init(name: "m.safetensors", head: length + head, size: 1 << 20)])
    #expect(codes(imported).contains(.notTaken) && field(imported, "artifact", "parameters") == nil)
  }
}
