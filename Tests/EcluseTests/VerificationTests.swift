import Foundation
import Measures
import RecordsIO
import Testing

@testable import Lineage
@testable import Records
@testable import Regimes
@testable import ecluse

/// An answer in a file is the same bytes again, or what differs first is named; what cannot be read is refused.
@Suite struct VerificationTests {
  /// The answers that a file of `json` holds.
  private func answers(_ json: JSON) throws -> [StatedAnswer] {
    try AnswerFile.answers(Array(json.canonical.utf8), named: "a.json")
  }

  private func file(_ determinations: [JSON]) -> JSON {
    .object(["ecluse": .int(1), "determinations": .array(determinations)])
  }

  private func again(_ world: RandomWorld) throws -> (AnswersAgain, Judge) {
    let judge = try Laws.judge(world.records)
    return (
      AnswersAgain(
        workspace: Laws.workspace, facts: judge.facts, graph: judge.graph,
        ids: Set(world.records.map(\.id))), judge
    )
  }

  private func gates(_ again: AnswersAgain, of id: GlobalID) -> [JSON] {
    [Action.train, .deployExternal].map { action in
      GateReport(
        again.workspace, again.facts, again.graph, of: id, action,
        in: action == .train ? GateState.everywhere : "FR", again.workspace.library.packs, detail: .facts
      ).json
    }
  }

  private func determinations(_ judge: Judge, of id: GlobalID) -> [JSON] {
    judge.marked(
      judge.library.packs.filter { !judge.articles(of: $0, for: id).isEmpty }.map { judge.determine(id, $0) }
    ).map(\.json)
  }

  @Test(arguments: 0..<8 as Range<UInt64>) func everyAnswerIsMadeAgain(_ seed: UInt64) throws {
    let world = RandomWorld(seed)
    let (again, judge) = try again(world)
    var stated = try answers(file(determinations(judge, of: world.model)))
    stated += try stated.map {
      let json = try JSONReader.answer(
        Array($0.canonical.utf8), file: "", elementsOf: "", each: { _, _ throws(Problems) in })
      guard case .object(let members) = json else { return $0 }
      return try answers(members["body"] ?? .null)[0]
    }
    for gate in gates(again, of: world.model) { stated += try answers(gate) }
    let differences = again.differences(stated) { _ in nil }
    let found = differences.compactMap { $0?.path }
    #expect(stated.count > 6 && found.isEmpty, "seed \(seed): \(found)")
  }

  /// Whichever single value or member is changed, left out or added, the answer is refused or a difference named.
  @Test(arguments: 0..<3 as Range<UInt64>) func everyChangeIsNamed(_ seed: UInt64) throws {
    let world = RandomWorld(seed)
    let (again, judge) = try again(world)
    var random = Seeded(seed)
    let whole = determinations(judge, of: world.model)
    let chosen = whole.shuffled(using: &random).prefix(2).map { file([$0]) } + gates(again, of: world.model)
    for json in chosen {
      let all = Change.all(json)
      #expect(all.count > 20)
      var changed: [(Change, StatedAnswer)] = []
      for change in all.shuffled(using: &random).prefix(30) {
        // What cannot be read at all is refused, and that names it.
        let made = try? answers(change.applied(to: json))
        if let made { changed += made.map { (change, $0) } }
      }
      for (item, difference) in zip(changed, again.differences(changed.map(\.1), { _ in nil })) {
        #expect(difference != nil, "seed \(seed): \(item.0)")
      }
      #expect(changed.count > 5)
    }
  }

  /// The answers about the examples, whatever the language and the names of the files.
  @Test(arguments: ["seed-world", "tiers"]) func theExamples(_ name: String) throws {
    let workspace = try Workspace(dossier: Fixtures.example(name))
    let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
    let assessment = try Assessment(workspace, facts, graph, names: [], regimes: nil, explained: true)
    let stated = try AnswerFile.answers(Array(assessment.json.utf8), named: "a.json")
    #expect(stated.count == assessment.determinations.count)
    let other = try Self.reordered(Fixtures.example(name))
    defer { try? FileManager.default.removeItem(atPath: other) }
    for dossier in [Fixtures.example(name), other] {
      for language in Language.allCases {
        let made = try Language.$spoken.withValue(language) {
          try VerifyDetermination.verification(stated, dossier: dossier)
        }
        let found = made.different.compactMap { $0.difference?.path }
        #expect(found.isEmpty)
      }
    }
  }

  /// A copy of a dossier whose files come in another order.
  private static func reordered(_ path: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let files = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".yaml") }
    for (index, file) in files.sorted().reversed().enumerated() {
      try FileManager.default.copyItem(atPath: "\(path)/\(file)", toPath: "\(folder)/\(index).yaml")
    }
    return folder
  }

  // MARK: What differs is named

  private static let run = """
    - dossier: acme
    - party: acme
    - artifact: m
    - activity: m/run
      kind: pretraining
      by: acme
      produces: m
      to: 2026-03-01
      compute: [{ method: reported, value: 3e25 FLOP }]
    """

  private func judge(_ text: String) throws -> (AnswersAgain, Judge) {
    let tree = try YAMLReader.read(text, file: "a.yaml")
    let records = try RecordReader.read([tree], places: Laws.workspace.places, known: [GlobalID]()).records
    let judge = try Laws.judge(records)
    return (
      AnswersAgain(
        workspace: Laws.workspace, facts: judge.facts, graph: judge.graph, ids: Set(records.map(\.id))),
      judge
    )
  }

  @Test(
    arguments: [
      ("3e25 FLOP", "4e25 FLOP", Difference.Kind.fact, Difference.How.other, "acme/activity/m/run"),
      ("  kind: pre", "  revision: 1\n  stated: 2026-04-01\n  kind: pre", .body, .other, nil),
      ("- activity: m/run", "- activity: m/other", .fact, .missing, "acme/activity/m/run"),
      ("- artifact: m", "- artifact: n\n- artifact: m", .body, .other, nil),
      (
        "produces: m", "produces: m\n  revision: 1\n- activity: m/tuning\n  kind: fine-tuning\n  produces: m",
        .fact, .unnamed, "acme/activity/m/tuning"
      ),
    ] as [(String, String, Difference.Kind, Difference.How, String?)])
  func anotherDossier(
    _ before: String, _ after: String, _ kind: Difference.Kind, _ how: Difference.How, _ name: String?
  ) throws {
    let (_, judge) = try judge(Self.run)
    let stated = try answers(file(determinations(judge, of: acme("m"))))
    let (again, _) = try self.judge(Self.run.replacing(before, with: after))
    let differences = again.differences(stated) { _ in nil }.compactMap { $0 }
    // What changes nothing that an answer rests on leaves it as it is.
    guard kind != .body else {
      #expect(differences.isEmpty, "\(differences)")
      return
    }
    #expect(differences.contains { $0.kind == kind && $0.how == how && $0.name == name }, "\(differences)")
  }

  /// A fact that is named in the body and was taken out of the inputs is not in the file there.
  @Test func aFactLeftOut() throws {
    let (again, judge) = try judge(Self.run)
    let pack = try #require(judge.library.pack("eu-ai-act-gpai"))
    guard case .object(var whole) = judge.determine(acme("m"), pack).json,
      case .object(var inputs)? = whole["inputs"]
    else { throw Problems([]) }
    inputs["facts"] = .array([])
    whole["inputs"] = .object(inputs)
    let difference = try #require(again.differences(try answers(file([.object(whole)]))) { _ in nil }[0])
    #expect(difference.kind == .fact && difference.how == .unnamed)
    #expect(difference.stated == nil && difference.made != nil && difference.path.hasPrefix("inputs.facts"))
  }

  @Test func anotherMember() throws {
    let (_, judge) = try judge(Self.run)
    guard case .object(var members) = file(determinations(judge, of: acme("m"))) else { throw Problems([]) }
    members["extra"] = .int(1)
    let found = #expect(throws: Problems.self) { try answers(.object(members)) }
    #expect(found?.list.map(\.code) == [.unknownField])
    #expect(found?.list[0].text(.en).contains("written by a later version of Écluse, or changed") == true)
    #expect(found?.list[0].text(.fr).contains("vient d’une version plus récente") == true)
  }

  private func acme(_ local: String) -> GlobalID { GlobalID("acme", "artifact", local) }

  @Test(
    arguments: [
      ("acme/artifact/m", "acme/artifact/gone", Difference.Kind.fact, Difference.How.missing),
      ("acme/artifact/m", "nonsense", .fact, .missing),
      ("\"regime\":\"eu-ai-act-gpai\"", "\"regime\":\"eu-ai-act\"", .pack, .missing),
      ("\"packDigest\":\"", "\"packDigest\":\"0", .pack, .other),
      ("\"version\":\"", "\"version\":\"9", .pack, .missing),
    ] as [(String, String, Difference.Kind, Difference.How)])
  func anotherPackOrSubject(
    _ before: String, _ after: String, _ kind: Difference.Kind, _ how: Difference.How
  ) throws {
    let (again, judge) = try judge(Self.run)
    let pack = try #require(judge.library.pack("eu-ai-act-gpai"))
    let text = file([judge.determine(acme("m"), pack).json]).canonical.replacing(before, with: after)
    let stated = try AnswerFile.answers(Array(text.utf8), named: "a.json")
    let difference = try #require(again.differences(stated) { _ in nil }[0])
    #expect(difference.kind == kind && difference.how == how)
  }

  /// Each answer of a file has its own first difference, and they are counted.
  @Test func severalMistakes() throws {
    let workspace = Laws.workspace
    let (facts, graph) = try workspace.graph(asOf: Moment("2026-11-21").last, knownAt: nil)
    let assessment = try Assessment(workspace, facts, graph, names: [], regimes: nil, explained: true)
    let text = assessment.json.replacing("\"binding\":true", with: "\"binding\":false")
    let stated = try AnswerFile.answers(Array(text.utf8), named: "a.json")
    let verification = try Verification(stated, workspace)
    let changed = assessment.determinations.filter(\.isBinding).count
    #expect(changed > 1 && verification.different.count == changed)
    #expect(verification.different.allSatisfy { $0.difference?.path == "body.binding" })
    for language in Language.allCases {
      let lines = verification.lines(TextStyle(language, color: false))
      #expect(lines.count == changed * 5 + 1 && lines.last?.contains("\(changed)") == true)
    }
    #expect(verification.json.canonical.contains("\"different\":\(changed),"))
  }

  // MARK: What cannot be read is refused

  @Test(arguments: [
    "", "{", "[]", "5", "null", "{}", "{\"ecluse\":1}", "{\"determinations\":[],\"ecluse\":1}",
    "{\"determinations\":[]}", "{\"determinations\":5,\"ecluse\":1}", "{\"determinations\":[5],\"ecluse\":1}",
    "{\"determinations\":[{}],\"ecluse\":1}", "{\"determinations\":[{\"body\":{}}],\"ecluse\":1}",
    "{\"ecluse\":1,\"gate\":{}}", "{\"ecluse\":1,\"gate\":5,\"packs\":[]}", "{\"a\":1,\"a\":1}",
    "{\"ecluse\":1.0}", "{\"ecluse\":\"1\",\"determinations\":[]}", "{\"body\":null}", "{\"ecluse\":1} x",
    "{\"regime\":1e400}", "{\"a\":\"\\ud800\"}", "{\"ecluse\":01}", "{\"totals\":[],\"ecluse\":1}",
  ])
  func whatIsNoAnswer(_ text: String) {
    #expect(throws: Problems.self) { try AnswerFile.answers(Array(text.utf8), named: "a.json") }
  }

  @Test func aLaterVersion() throws {
    for text in ["{\"determinations\":[{\"new\":[]}],\"ecluse\":2}", "{\"gate\":{},\"ecluse\":2}"] {
      #expect {
        try AnswerFile.answers(Array(text.utf8), named: "a.json")
      } throws: {
        ($0 as? Problems)?.list.map(\.code) == [.newerVersion]
      }
    }
  }

  @Test func aWholeFileCutShort() throws {
    let (_, judge) = try judge(Self.run)
    let bytes = Array(file(determinations(judge, of: acme("m"))).canonical.utf8)
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 50)) {
      #expect(throws: Problems.self) { try AnswerFile.answers(Array(bytes.prefix(length)), named: "a.json") }
    }
  }

  @Test(arguments: ["[", "{\"a\":", "{\"determinations\":[[", "{\"determinations\":[{\"body\":"])
  func whatNestsTooDeep(_ opening: String) {
    let bytes = Array(String(repeating: opening, count: (8 << 20) / opening.utf8.count).utf8)
    #expect {
      try AnswerFile.answers(bytes, named: "a.json")
    } throws: {
      ($0 as? Problems)?.list.map(\.code) == [.tooLarge]
    }
  }

  /// Letters that only look the same are other bytes.
  @Test func otherBytesOfTheSameLetters() throws {
    let composed = JSON.object(["value": .string("\u{E9}")])
    let other = JSON.object(["value": .string("e\u{301}")])
    #expect(Difference.first(composed, other) { _ in nil }?.path == "value")
  }
}

/// One change in a value: a path, and what happens there.
private struct Change {
  enum Step {
    case key(String), index(Int)
  }

  let path: [Step]
  let isRemoval: Bool

  /// Every leaf changed, every member and element left out, every group given one more member.
  static func all(_ json: JSON, _ path: [Step] = []) -> [Change] {
    var here = [Change(path: path, isRemoval: false)]
    if !path.isEmpty { here.append(Change(path: path, isRemoval: true)) }
    switch json {
    case .object(let members):
      // Of other regimes another question is asked, which may have the same answer.
      return here
        + members.keys.sorted().filter { $0 != "asked" }.flatMap {
          all(members[$0] ?? .null, path + [.key($0)])
        }
    case .array(let elements):
      return here + elements.indices.flatMap { all(elements[$0], path + [.index($0)]) }
    default: return here
    }
  }

  func applied(to json: JSON) -> JSON { applied(to: json, path[...]) ?? .null }

  private func applied(to json: JSON, _ rest: ArraySlice<Step>) -> JSON? {
    guard let step = rest.first else { return isRemoval ? nil : changed(json) }
    switch (json, step) {
    case (.object(var members), .key(let key)):
      members[key] = applied(to: members[key] ?? .null, rest.dropFirst())
      return .object(members)
    case (.array(var elements), .index(let index)):
      if let made = applied(to: elements[index], rest.dropFirst()) {
        elements[index] = made
      } else {
        elements.remove(at: index)
      }
      return .array(elements)
    default: return json
    }
  }

  private func changed(_ json: JSON) -> JSON {
    switch json {
    case .null: .string("x")
    case .bool(let value): .bool(!value)
    case .int(let value): .int(value + 1)
    case .string(let text): .string(text + "x")
    case .array(let elements): .array(elements + [.null])
    case .object(let members): .object(members.merging(["added": .null]) { first, _ in first })
    }
  }
}
