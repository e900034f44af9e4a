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
  /// Whether every article, convention and scale could be read.
  private var isWhole = true
  /// Names of the steps of all scales: `tier` finds them by name alone.
  private var steps: Set<String> = []
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
    let (pack, problems) = reading(node, digest: digest, vocabulary: vocabulary, places: places)
    guard problems.isEmpty, let pack else { throw Problems(problems) }
    return pack
  }

  /// Reads one pack as far as it goes: what is wrong with its form, and the pack itself if everything that it defines
  /// could be read, so that it can be checked against the others in the same run.
  public static func reading(
    _ node: Node, digest: String, vocabulary: Vocabulary, places: Places
  ) -> (pack: RegimePack?, problems: [Problem]) {
    var reader = PackReader(vocabulary, places)
    let pack = reader.pack(node, digest)
    // Of a text that holds such signs nothing else is said.
    let signs = node.controlSigns()
    reader.problems =
      reader.problems.filter { problem in !signs.contains { $0.mark == problem.mark } } + signs
    return (reader.isWhole ? pack : nil, reader.problems)
  }

  private mutating func pack(_ node: Node, _ digest: String) -> RegimePack? {
    guard node.entries != nil else {
      isWhole = false
      check(node, path: "", allowed: [], required: [])
      return nil
    }
    check(
      node, path: "",
      allowed: [
        "regime", "version", "title", "status", "interprets", "superseded-by", "jurisdiction", "in-force",
        "activation",
        "nexus",
        "uses", "source", "conventions", "parameters", "scales", "articles",
      ], required: ["regime", "version", "title", "status", "jurisdiction", "source", "articles"])
    id = name(node["regime"], path: "regime") ?? ""
    let given = group(node["parameters"], path: "parameters")
    declared = Set(given.map(\.key))
    for entry in given {
      if let parameter = parameter(entry) { parameters[entry.key] = parameter }
    }
    checkDerived(node)
    let status = word(node["status"], RegimePack.Status.self, path: "status")
    let jurisdiction = node["jurisdiction"]?.text ?? ""
    if let place = node["jurisdiction"], !places.contains(code: jurisdiction) {
      report(
        .unknownPlace, place, "jurisdiction", Phrase.unknownPlace.with(.quoted(jurisdiction)),
        Phrase.writePlace.message)
    }
    let supersededBy = node["superseded-by"].flatMap { name($0, path: "superseded-by") }
    let needsAdoption = word(node["activation"], among: ["adoption"], path: "activation") != nil
    if let dates = node["in-force"] {
      check(dates, path: "in-force", allowed: ["from", "to"], required: ["from"])
    }
    let from = moment(node["in-force"]?["from"], path: "in-force.from")
    let to = moment(node["in-force"]?["to"], path: "in-force.to")
    if let from, let to, to.last < from.first, let end = node["in-force"]?["to"] {
      report(
        .contradiction, end, "in-force.to", Phrase.datesReversed.message, Phrase.swapDates.message)
    }
    if let source = node["source"] {
      check(source, path: "source", allowed: ["document"], required: ["document"])
      _ = source["document"].flatMap { filled($0, path: "source.document") }
    }
    if needsAdoption == (node["in-force"] != nil) {
      report(
        .contradiction, node, "in-force", Phrase.oneOfFields.with(.code("in-force, activation: adoption")),
        Phrase.rewriteIt.message)
    }
    let conventions = Dictionary(
      group(node["conventions"], path: "conventions").compactMap { entry in
        convention(entry).map { (entry.key, $0) }
      },
      uniquingKeysWith: { first, _ in first })
    let scales = group(node["scales"], path: "scales").compactMap { self.scale($0) }
    let nexus = node["nexus"].flatMap { self.nexus($0) }
    var articles: [Article] = []
    var ids: Set<String> = []
    for (index, element) in list(node["articles"], path: "articles").enumerated() {
      guard let article = article(element, path: "articles[\(index)]") else { continue }
      if !ids.insert(article.id).inserted {
        report(
          .duplicateRecord, element, "articles[\(index)].id",
          Phrase.duplicateArticle.with(.quoted(article.id)),
          Phrase.chooseName.message)
      }
      articles.append(article)
    }
    isWhole =
      articles.count == node["articles"]?.elements?.count
      && scales.count == node["scales"]?.entries?.count ?? 0
      && conventions.count == node["conventions"]?.entries?.count ?? 0
    for article in articles {
      for target in (article.effects.exempts?.articles ?? []) + (article.effects.defers?.articles ?? [])
      where !ids.contains(target) {
        problems.append(
          Problem(
            .missingRecord, at: article.mark, field: article.id,
            rule: Phrase.unknownArticle.with(.quoted(target)),
            remedy: Phrase.rewriteIt.message))
      }
    }
    let freeing = Set(articles.filter { !$0.effects.bind }.map(\.id))
    for article in articles {
      for target in article.effects.exempts?.articles ?? [] where freeing.contains(target) {
        problems.append(
          Problem(
            .wrongSide, at: article.mark, field: article.id,
            rule: Phrase.exemptsNothing.with(.quoted(target)),
            remedy: Phrase.useUnless.message))
      }
    }
    let interprets = name(node["interprets"], path: "interprets")
    let uses = names(node["uses"], path: "uses")
    guard let status, let title = bilingual(node["title"], path: "title"),
      let version = node["version"].flatMap({ filled($0, path: "version") })
    else { return nil }
    return RegimePack(
      id: id, version: version, title: title, status: status,
      interprets: interprets, supersededBy: supersededBy, jurisdiction: jurisdiction,
      from: from, to: to, needsAdoption: needsAdoption, nexus: nexus,
      uses: uses, parameters: parameters, conventions: conventions,
      scales: scales, articles: articles, digest: digest, mark: node["regime"]?.mark ?? node.mark)
  }

  private mutating func nexus(_ node: Node) -> RegimePack.Nexus? {
    check(
      node, path: "nexus", allowed: ["applies-to", "when", "cite"], required: ["applies-to", "when", "cite"])
    guard let kind = word(node["applies-to"], SubjectKind.self, path: "nexus.applies-to"),
      let when = node["when"].flatMap({ condition($0, path: "nexus.when", side: .binding) }),
      let citation = citation(node["cite"], at: node, path: "nexus.cite")
    else { return nil }
    return RegimePack.Nexus(appliesTo: kind, when: when, citation: citation, mark: node.mark)
  }

  private mutating func article(_ node: Node, path: String) -> Article? {
    check(
      node, path: path,
      allowed: ["id", "applies-to", "says", "cite", "in-force", "antitone-in", "when", "then"],
      required: ["id", "applies-to", "says", "cite", "then"])
    let name = name(node["id"], path: "\(path).id") ?? path
    let effectsNode = node["then"] ?? Node(.map([]), node.mark)
    check(
      effectsNode, path: "\(name).then",
      allowed: Effects.binding.union(Effects.freeing), required: [])
    let kinds = Set(effectsNode.entries?.map(\.key) ?? [])
    if node["then"]?.entries?.isEmpty == true {
      report(
        .missingField, effectsNode, "\(name).then", Phrase.noEffect.message,
        Phrase.oneOf.with(.code(Effects.binding.union(Effects.freeing).sorted().joined(separator: ", "))))
    }
    // Under `permits` both may stand: a withheld order permits nothing.
    let side: Side =
      kinds == ["permits"] ? .either : kinds.isDisjoint(with: Effects.binding) ? .freeing : .binding
    // One condition cannot grow for what binds and shrink for what frees.
    if side == .binding, !kinds.isDisjoint(with: ["exempts", "defers"]) {
      report(
        .wrongSide, effectsNode, "\(name).then", Phrase.bindsAndFrees.message, Phrase.twoArticles.message)
    }
    let citation = citation(node["cite"], at: node, path: "\(name).cite")
    let when = node["when"].flatMap { condition($0, path: "\(name).when", side: side) }
    if node["when"] != nil, when == nil { return nil }
    guard let kind = word(node["applies-to"], SubjectKind.self, path: "\(name).applies-to"),
      let says = bilingual(node["says"], path: "\(name).says"), let citation
    else { return nil }
    return Article(
      id: name, appliesTo: kind, says: says, citation: citation,
      inForce: node["in-force"].map { start($0, name) },
      antitoneIn: word(node["antitone-in"], among: vocabulary.sets, path: "\(name).antitone-in"), when: when,
      effects: effects(effectsNode, name, citation),
      mark: node.mark)
  }

  private mutating func start(_ node: Node, _ name: String) -> Article.Start {
    check(node, path: "\(name).in-force", allowed: ["from", "after"], required: ["from"])
    let isActivation = node["from"]?.text == "activation"
    return Article.Start(
      from: isActivation
        ? nil : node["from"].flatMap { parameterName($0, path: "\(name).in-force.from", .moment) },
      after: node["after"].flatMap { parameterName($0, path: "\(name).in-force.after", .period) })
  }

  private mutating func scale(_ entry: Node.Entry) -> Scale? {
    let node = entry.value
    check(
      node, path: entry.key, allowed: ["applies-to", "cite", "steps"],
      required: ["applies-to", "cite", "steps"])
    guard let kind = word(node["applies-to"], SubjectKind.self, path: "\(entry.key).applies-to"),
      let citation = citation(node["cite"], at: node, path: "\(entry.key).cite")
    else { return nil }
    let steps = list(node["steps"], path: "\(entry.key).steps").compactMap { step -> Scale.Step? in
      let path = "\(entry.key).steps"
      guard let pair = step.entries?.first, step.entries?.count == 1 else {
        report(
          .unknownCondition, step, path, Phrase.oneStep.with(.quoted(step.summary)), Phrase.rewriteIt.message)
        return nil
      }
      if !self.steps.insert(pair.key).inserted {
        report(
          .duplicateRecord, step, "\(path).\(pair.key)", Phrase.duplicateStep.with(.quoted(pair.key)),
          Phrase.chooseName.message)
      }
      let isAlways = pair.value.entries?.isEmpty ?? false
      let when = isAlways ? nil : condition(pair.value, path: "\(path).\(pair.key)", side: .binding)
      return isAlways || when != nil ? Scale.Step(name: pair.key, when: when, mark: step.mark) : nil
    }
    return Scale(
      name: entry.key, appliesTo: kind, citation: citation, steps: steps, mark: entry.mark)
  }
}
