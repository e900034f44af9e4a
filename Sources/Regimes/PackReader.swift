import Measures
public import Records

/// Reads a regime pack from its file and checks its form: every key known, every number a parameter with
/// its citation, every word in the vocabulary, what frees attested and what binds ordered.
public struct PackReader {
  let vocabulary: Vocabulary
  let places: Places
  var problems: [Problem] = []
  var id = ""
  var parameters: [String: Parameter] = [:]
  /// Names under `parameters`, readable or not.
  var declared: Set<String> = []
  /// Names bound by `let` around the place that is being read.
  var bound: Set<String> = []

  private init(_ vocabulary: Vocabulary, _ places: Places) {
    self.vocabulary = vocabulary
    self.places = places
  }

  /// Reads one pack whose file has the SHA-256 `digest`.
  /// - Throws: ``Problems`` with everything that is wrong with its form.
  public static func read(
    _ node: Node, digest: String, vocabulary: Vocabulary, places: Places
  ) throws(Problems) -> RegimePack {
    var reader = PackReader(vocabulary, places)
    let pack = reader.pack(node, digest)
    guard reader.problems.isEmpty, let pack else { throw Problems(reader.problems) }
    return pack
  }

  private mutating func pack(_ node: Node, _ digest: String) -> RegimePack? {
    check(
      node, path: "",
      allowed: [
        "regime", "version", "title", "status", "interprets", "jurisdiction", "in-force", "activation", "nexus",
        "uses", "source", "conventions", "parameters", "scales", "articles",
      ], required: ["regime", "version", "title", "status", "jurisdiction", "source", "articles"])
    id = node["regime"]?.text ?? ""
    declared = Set(node["parameters"]?.entries?.map(\.key) ?? [])
    for entry in node["parameters"]?.entries ?? [] {
      if let parameter = parameter(entry) { parameters[entry.key] = parameter }
    }
    checkDerived(node)
    let status = word(node["status"], RegimePack.Status.self, path: "status")
    let jurisdiction = node["jurisdiction"]?.text ?? ""
    if let place = node["jurisdiction"], !places.contains(code: jurisdiction) {
      report(.unknownPlace, place, "jurisdiction", Phrase.unknownPlace.with(.code(jurisdiction)), Phrase.writePlace.message)
    }
    let needsAdoption = node["activation"]?.text == "adoption"
    if needsAdoption == (node["in-force"] != nil) {
      report(
        .contradiction, node, "in-force", Phrase.oneOfFields.with(.code("in-force, activation: adoption")),
        Phrase.rewriteIt.message)
    }
    let conventions = Dictionary(
      (node["conventions"]?.entries ?? []).compactMap { entry in convention(entry).map { (entry.key, $0) } },
      uniquingKeysWith: { first, _ in first })
    let scales = (node["scales"]?.entries ?? []).compactMap { self.scale($0) }
    let nexus = node["nexus"].flatMap { self.nexus($0) }
    var articles: [Article] = []
    for (index, element) in (node["articles"]?.elements ?? []).enumerated() {
      guard let article = article(element, path: "articles[\(index)]") else { continue }
      if articles.contains(where: { $0.id == article.id }) {
        report(
          .duplicateRecord, element, "articles[\(index)].id", Phrase.duplicateArticle.with(.code(article.id)),
          Phrase.chooseName.message)
      }
      articles.append(article)
    }
    for article in articles {
      for target in (article.effects.exempts?.articles ?? []) + (article.effects.defers?.articles ?? [])
      where !articles.contains(where: { $0.id == target }) {
        problems.append(
          Problem(
            .missingRecord, at: article.mark, field: article.id, rule: Phrase.unknownArticle.with(.code(target)),
            remedy: Phrase.rewriteIt.message))
      }
    }
    guard let status, let title = bilingual(node["title"], path: "title") else { return nil }
    return RegimePack(
      id: id, version: node["version"]?.text ?? "", title: title, status: status,
      interprets: node["interprets"]?.text, jurisdiction: jurisdiction,
      from: moment(node["in-force"]?["from"], path: "in-force.from"),
      to: moment(node["in-force"]?["to"], path: "in-force.to"), needsAdoption: needsAdoption, nexus: nexus,
      uses: node["uses"]?.asList.compactMap(\.text) ?? [], parameters: parameters, conventions: conventions,
      scales: scales, articles: articles, digest: digest)
  }

  private mutating func nexus(_ node: Node) -> RegimePack.Nexus? {
    check(node, path: "nexus", allowed: ["applies-to", "when", "cite"], required: ["applies-to", "when", "cite"])
    guard let kind = word(node["applies-to"], SubjectKind.self, path: "nexus.applies-to"),
      let when = node["when"].flatMap({ condition($0, path: "nexus.when", side: .binding) }),
      let citation = citation(node["cite"], at: node, path: "nexus.cite")
    else { return nil }
    return RegimePack.Nexus(appliesTo: kind, when: when, citation: citation)
  }

  private mutating func article(_ node: Node, path: String) -> Article? {
    check(
      node, path: path,
      allowed: ["id", "applies-to", "says", "cite", "in-force", "antitone-in", "when", "then"],
      required: ["id", "applies-to", "says", "cite", "then"])
    let name = node["id"]?.text ?? path
    let effectsNode = node["then"] ?? Node(.map([]), node.mark)
    check(
      effectsNode, path: "\(name).then",
      allowed: ["classifies", "closes", "obliges", "exempts", "defers", "permits", "retains"], required: [])
    let kinds = Set(effectsNode.entries?.map(\.key) ?? [])
    // Under `permits` both may stand: a withheld order permits nothing.
    let side: Side = kinds == ["permits"] ? .either : kinds.isSubset(of: ["exempts", "defers"]) ? .freeing : .binding
    let citation = citation(node["cite"], at: node, path: "\(name).cite")
    let when = node["when"].flatMap { condition($0, path: "\(name).when", side: side) }
    if node["when"] != nil, when == nil { return nil }
    guard let kind = word(node["applies-to"], SubjectKind.self, path: "\(name).applies-to"),
      let says = bilingual(node["says"], path: "\(name).says"), let citation
    else { return nil }
    return Article(
      id: name, appliesTo: kind, says: says, citation: citation, inForce: node["in-force"].map { start($0, name) },
      antitoneIn: node["antitone-in"]?.text, when: when, effects: effects(effectsNode, name, citation), mark: node.mark)
  }

  private mutating func start(_ node: Node, _ name: String) -> Article.Start {
    check(node, path: "\(name).in-force", allowed: ["from", "after"], required: ["from"])
    let isActivation = node["from"]?.text == "activation"
    return Article.Start(
      from: isActivation ? nil : node["from"].flatMap { parameterName($0, path: "\(name).in-force.from") },
      after: node["after"].flatMap { parameterName($0, path: "\(name).in-force.after") })
  }

  private mutating func scale(_ entry: Node.Entry) -> Scale? {
    let node = entry.value
    check(node, path: entry.key, allowed: ["applies-to", "cite", "steps"], required: ["applies-to", "cite", "steps"])
    guard let kind = word(node["applies-to"], SubjectKind.self, path: "\(entry.key).applies-to"),
      let citation = citation(node["cite"], at: node, path: "\(entry.key).cite")
    else { return nil }
    let steps = (node["steps"]?.elements ?? []).compactMap { step -> Scale.Step? in
      guard let pair = step.entries?.first else { return nil }
      let isAlways = pair.value.entries?.isEmpty ?? false
      let when = isAlways ? nil : condition(pair.value, path: "\(entry.key).\(pair.key)", side: .binding)
      return isAlways || when != nil ? Scale.Step(name: pair.key, when: when) : nil
    }
    return Scale(name: entry.key, appliesTo: kind, citation: citation, steps: steps)
  }
}
