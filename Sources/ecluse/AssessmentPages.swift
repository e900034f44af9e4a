import ArgumentParser
import Lineage
import Measures
import Pages
import Records
import Regimes

extension AssessmentPage {
  /// The page of an assessment; its headline needs no accounts.
  init(_ assessment: Assessment, command: String, question: String = "", isHeadline: Bool = false) {
    let facts = assessment.facts
    func name(_ id: GlobalID) -> String? { facts[id]?["name"]?.text }
    let subjects = assessment.subjects.map { id in
      PageSubject(
        id, name: name(id), maker: assessment.judge.developer(of: id).map { name($0) ?? $0.description },
        unfinished: assessment.judge.unfinished(id))
    }
    // What packs that were not judged count is left out.
    let judged = Set(assessment.packs.flatMap { [$0.id] + $0.uses })
    let conventions = assessment.workspace.library.conventionNames
      .filter { name in judged.contains(String(name.prefix { $0 != ":" && $0 != "@" })) }
      .compactMap(assessment.judge.accountant).filter { $0.convention.measures == .trainingCompute }
    let counted =
      isHeadline ? [] : assessment.subjects.filter { ["artifact", "activity"].contains($0.kind) }
    let accounts = counted.flatMap { id in conventions.compactMap { try? $0.account(of: id) } }
    let products = isHeadline ? [] : assessment.graph.producers.keys.map(\.self)
    let debtors = Set(assessment.determinations.flatMap(\.obligations).compactMap(\.party))
    self.init(
      title: Self.title(assessment, subjects), asOf: facts.asOf, knownAt: facts.knownAt, subjects: subjects,
      determinations: assessment.determinations, accounts: accounts, packs: assessment.packs,
      names: Dictionary((debtors.map(\.self) + products).compactMap { id in name(id).map { (id, $0) } }) {
        first, _ in first
      },
      command: command, question: question,
      showsPublicRecord: assessment.usesPublicRecord)
    guard !isHeadline else { return }
    let behind = Dictionary(grouping: accounts, by: \.subject)
    lineages = behind.mapValues { accounts in
      assessment.graph.ancestry(
        of: accounts[0].subject, among: Set(accounts.flatMap(\.entries).map(\.activity)))
    }
    layOut = { Graphviz.plain($0) }
  }
}

extension AssessmentPage {
  /// One subject gives the page its name; else the dossier does.
  private static func title(_ assessment: Assessment, _ subjects: [PageSubject]) -> Bilingual {
    if subjects.count == 1 {
      let name = subjects[0].name ?? subjects[0].id.local
      return Bilingual(en: name, fr: name)
    }
    guard let dossier = assessment.workspace.dossier else { return Phrase.pagePublicTitle.text }
    return dossier.title ?? Bilingual(en: dossier.namespace, fr: dossier.namespace)
  }
}

extension String {
  /// The word as a shell reads it.
  var quotedForShell: String {
    let isPlain = utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
        || "-._/:,+=@".utf8.contains(byte)
    }
    return isPlain && !isEmpty ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
