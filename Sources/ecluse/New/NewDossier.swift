import ArgumentParser
import Exchange
import Lineage
import Measures
import Records

/// A first dossier, from the few answers that matter.
struct NewDossier {
  private let questions: Questions
  private let shipped: Workspace
  private let language: Language

  init(_ questions: Questions, _ shipped: Workspace) {
    (self.questions, self.shipped) = (questions, shipped)
    language = questions.style.language
  }

  /// Asks, and writes down the answers.
  /// - Throws: ``Problems``: nobody answers, or the answers contradict each other.
  func asked() throws(Problems) -> DossierText {
    let name = try required(.newWho)
    let namespace = Slug.namespace(name)
    var party: [WrittenField] = [.text("name", name)]
    if let seat = try places(.newSeat)?.first { party.append(.plain("seat", seat)) }
    let works = try places(.newBusiness) ?? []
    if !works.isEmpty { party += [.words("operates-in", works), .words("does-business-in", works)] }
    let what = try questions.choose(.newWhat, [Phrase.newTrained, .newModified, .newOffered].map(say)) ?? 0
    party.append(
      WrittenField(
        "roles",
        .list((what == 2 ? ["provider"] : ["developer", "provider"]).map { .group([.plain("role", $0)]) })))
    var records = [WrittenRecord("party", namespace, party, comments: [say(.modifyPartyComment)])]
    let model: String
    if what == 2 {
      model = try base(&records)
    } else {
      let title = try required(.newModel)
      model = Slug.of(title).isEmpty ? "model" : Slug.of(title)
      try describe(title, model, isModified: what == 1, by: namespace, &records)
    }
    if let service = try service(of: model, by: namespace) { records.append(service) }
    let text = DossierText(
      namespace: namespace, title: Bilingual(en: name, fr: name),
      comments: [say(.newHeader)], records: records)
    let problems = shipped.adding(text).problems
    guard problems.isEmpty else { throw Problems(problems) }
    return text
  }

  private func say(_ phrase: Phrase) -> String { phrase.message.text(language) }

  private func required(_ question: Phrase) throws(Problems) -> String {
    while true {
      if let text = try questions.ask(
        question,
        read: { text -> Result<String, Problems> in
          guard let rule = text.brokenBySigns else { return .success(text) }
          return .failure(Self.refused(.wrongType, rule.with(.quoted(text)), Phrase.removeSigns.message))
        })
      {
        return text
      }
      // Nothing goes on without a name.
      let again: String? = try questions.ask(.newNeeded, read: { .success($0) })
      if let again { return again }
    }
  }

  private static func refused(_ code: Problem.Code, _ rule: Message, _ remedy: Message) -> Problems {
    Problems([Problem(code, at: nil, rule: rule, remedy: remedy)])
  }

  private func places(_ question: Phrase) throws(Problems) -> [String]? {
    try questions.ask(question) { answer in
      let codes = answer.uppercased().split { $0 == "," || $0 == " " }.map(String.init)
      guard let wrong = codes.first(where: { !shipped.places.contains(code: $0) }) else {
        return .success(codes)
      }
      let near = NearestNames.of(wrong, among: shipped.places.codes)
      return .failure(
        Self.refused(
          .unknownPlace, Phrase.unknownPlace.with(.quoted(wrong)),
          near.isEmpty
            ? Phrase.writePlace.message : Phrase.didYouMean.with(.code(near.joined(separator: ", ")))))
    }
  }

  private func day(_ question: Phrase) throws(Problems) -> Moment? {
    try questions.ask(question) { answer in
      do { return .success(try Moment(answer)) } catch {
        return .failure(
          Self.refused(.badDate, Phrase.badDate.with(.quoted(answer)), Phrase.writeDate.message))
      }
    }
  }

  // MARK: The model

  /// A model made by somebody else: one of the public record, or one that nobody recorded.
  private func base(_ records: inout [WrittenRecord]) throws(Problems) -> String {
    let answer = try questions.ask(.newBase) { name -> Result<String, Problems> in
      do throws(Problems) {
        return .success(try shipped.ids(named: [name], kinds: ["artifact"])[0].description)
      } catch {
        return .failure(error)
      }
    }
    if let answer { return answer }
    let title = try required(.newBaseName)
    let local = Slug.of(title).isEmpty ? "base" : Slug.of(title)
    records.append(WrittenRecord("artifact", local, [.text("name", title)], comments: [say(.newBaseComment)]))
    return local
  }

  private func describe(
    _ title: String, _ model: String, isModified: Bool, by party: String, _ records: inout [WrittenRecord]
  ) throws(Problems) {
    let base = isModified ? try base(&records) : nil
    var artifact: [WrittenField] = [.text("name", title)]
    let output = ["language-text", "text-to-image", "text-to-video", "language-audio"]
    if let choice = try questions.choose(.newGenerates, output.map { Words.label($0, language) }) {
      artifact.append(.words("generates", [output[choice]]))
    }
    records.append(WrittenRecord("artifact", model, artifact))
    var run: [WrittenField] = [
      .plain("kind", isModified ? "fine-tuning" : "pretraining"), .plain("by", party),
    ]
    if let from = try day(.newFrom) { run.append(.plain("from", from.description)) }
    if let to = try day(.newTo) { run.append(.plain("to", to.description)) }
    if let base {
      run.append(
        WrittenField("uses", .list([.group([.plain("artifact", base), .plain("as", "base-weights")])])))
    }
    run += [.words("complete", ["uses"]), .plain("produces", model)]
    let estimates = try effort()
    run.append(
      estimates.isEmpty
        ? .text("note", say(.newNoCompute))
        : WrittenField("compute", .list(estimates), comment: say(.modifyComputeComment)))
    records.append(WrittenRecord("activity", "\(model)/training", run))
  }

  /// What it took: hardware and hours, else a figure.
  private func effort() throws(Problems) -> [WrittenValue] {
    func tried(_ options: [String]) -> Result<[WrittenValue], Problems> {
      guard let effort = try? Effort.parse(options) else { return .success([]) }
      let (values, problems) = effort.estimates(of: nil)
      let text = DossierText(
        namespace: "trial",
        records: [
          WrittenRecord(
            "activity", "run", [.plain("kind", "pretraining"), WrittenField("compute", .list(values))])
        ])
      let found = problems + shipped.adding(text).problems
      return found.isEmpty ? .success(values) : .failure(Problems(found))
    }
    let hardware = try questions.ask(.newHardware) { answer -> Result<String, Problems> in
      tried(["--gpus", answer, "--hours", "1"]).map { _ in answer }
    }
    guard let hardware else {
      return try questions.ask(.newFLOP) { tried(["--flop", $0]) } ?? []
    }
    let hours = try questions.ask(.newHours) { answer in
      tried(["--gpus", hardware, "--hours", answer]).map { _ in answer }
    }
    guard let hours else { return [] }
    let share = try questions.ask(.newUtilisation) { answer in
      tried(["--gpus", hardware, "--hours", hours, "--utilisation", answer]).map { _ in answer }
    }
    let options = ["--gpus", hardware, "--hours", hours] + (share.map { ["--utilisation", $0] } ?? [])
    return try tried(options).get()
  }

  private func service(of model: String, by party: String) throws(Problems) -> WrittenRecord? {
    guard let places = try places(.newWhere) else { return nil }
    var fields: [WrittenField] = [
      .plain("model", model), .plain("by", party), .words("available-in", places),
    ]
    let ways = ["internal", "api", "app", "published-weights"]
    if let way = try questions.choose(.newAccess, ways.map { Words.label($0, language) }) {
      fields.append(.plain("access", ways[way]))
    }
    if let from = try day(.newSince) { fields.append(.plain("from", from.description)) }
    let local = model.split(separator: ":").last.map(String.init) ?? model
    return WrittenRecord("deployment", "\(local)/service", fields)
  }
}
