import Lineage
import Measures
import Records

/// Parameters and counting conventions.
extension PackReader {
  mutating func parameter(_ entry: Node.Entry) -> Parameter? {
    let (node, path) = (entry.value, "parameters.\(entry.key)")
    check(
      node, path: path, allowed: ["value", "cite", "at-least", "may-change", "context", "example"],
      required: ["value", "cite"])
    guard let value = node["value"], let content = content(value, path: path),
      let citation = citation(node["cite"], at: node, path: "\(path).cite")
    else { return nil }
    return Parameter(
      name: entry.key, content: content, floor: node["at-least"]?.text.flatMap { try? Quantity($0) },
      mayChange: node["may-change"].flatMap { change($0, path: "\(path).may-change") },
      isContext: node["context"]?.text == "true", isExample: node["example"]?.text == "true",
      citation: citation)
  }

  private mutating func content(_ node: Node, path: String) -> Parameter.Content? {
    if node.entries != nil {
      check(node, path: path, allowed: ["of", "divided-by"], required: ["of", "divided-by"])
      guard let of = node["of"]?.text, let divisor = node["divided-by"]?.text, of.hasPrefix("$"),
        divisor.hasPrefix("$")
      else { return nil }
      return .derived(of: String(of.dropFirst()), dividedBy: String(divisor.dropFirst()))
    }
    guard let text = node.text else { return nil }
    if text == "required" { return .required }
    if places.contains(code: text) { return .place(text) }
    if let period = Period(text) { return .period(period) }
    if let moment = try? Moment(text) { return .moment(moment) }
    do {
      let quantity = try Quantity(text)
      // `1025` for 10²⁵: a bare integer of that shape is a lost superscript, never a number of law.
      if quantity.dimension == .share, text.wholeMatch(of: /10(1[5-9]|2[0-9])/) != nil {
        report(
          .badNumber, node, path, Phrase.lostExponent.with(.code(text)),
          Phrase.writeExponent.with(.code("1e\(text.dropFirst(2)) FLOP")))
        return nil
      }
      return .quantity(quantity)
    } catch {
      report(.badNumber, node, path, Phrase.badNumber.with(.code(text)), Phrase.rewriteIt.message)
      return nil
    }
  }

  private mutating func change(_ node: Node, path: String) -> Parameter.Change? {
    check(node, path: path, allowed: ["by", "issuer", "for"], required: ["by"])
    guard let kind = kindName(node["by"], path: "\(path).by") else { return nil }
    return Parameter.Change(
      by: kind, issuer: node["issuer"].flatMap { issuer($0, path: "\(path).issuer") },
      isForParty: node["for"]?.text == "party")
  }

  /// Derived parameters name parameters that exist.
  mutating func checkDerived(_ node: Node) {
    for entry in node["parameters"]?.entries ?? [] {
      guard case .derived(let of, let divisor)? = parameters[entry.key]?.content else { continue }
      for name in [of, divisor] where !isPlain(name) {
        report(
          .unknownParameter, entry.value, "parameters.\(entry.key)",
          Phrase.unknownParameter.with(.code(name)),
          Phrase.makeParameter.message)
      }
    }
  }

  /// Whether a parameter exists and is not derived itself.
  private func isPlain(_ name: String) -> Bool {
    guard let content = parameters[name]?.content else { return false }
    if case .derived = content { return false }
    return true
  }

  mutating func convention(_ entry: Node.Entry) -> CountingConventionSource? {
    let (node, path) = (entry.value, "conventions.\(entry.key)")
    guard let measuresNode = node["measures"], let text = measuresNode.text,
      let citation = citation(node["cite"], at: node, path: "\(path).cite")
    else { return nil }
    guard let measures = CountingConvention.Measure(rawValue: text) else {
      report(
        .unknownWord, measuresNode, path, Phrase.unknownWord.with(.code(text)),
        Phrase.oneOf.with(.code("training-compute, inference-rate, capability")))
      return nil
    }
    let keys: Set<String> =
      switch measures {
      case .trainingCompute:
        ["counts", "except", "where", "while", "rest", "order", "tolerance", "issuers"]
      case .inferenceRate: ["over", "window", "statistic"]
      case .capability: ["precision", "sparsity", "minimum-link", "unknown-link"]
      }
    check(node, path: path, allowed: keys.union(["measures", "cite"]), required: ["measures", "cite"])
    var result = CountingConvention(name: "\(id):\(entry.key)", measures: measures, citation: citation)
    if let counts = node["counts"] {
      check(counts, path: "\(path).counts", allowed: ["roles", "kinds", "flags"], required: [])
      result.roles = selection(counts["roles"], Kinds.linkRoles, path: "\(path).counts.roles") ?? .all
      result.kinds = selection(counts["kinds"], Kinds.activityKinds, path: "\(path).counts.kinds") ?? .all
      if let flags = selection(
        counts["flags"], ["presumed", "third-party-base"], path: "\(path).counts.flags")
      {
        result.flags = flags
      }
    }
    if let except = node["except"] {
      check(except, path: "\(path).except", allowed: ["roles", "at"], required: [])
      if case .only(let roles)? = selection(except["roles"], Kinds.linkRoles, path: "\(path).except.roles") {
        result.exceptRoles = roles
      }
      result.stopsAtHumanBreak = choice(except["at"], ["human-break"], path: "\(path).except.at") != nil
    }
    for role in node["where"]?.entries ?? [] {
      known(role.key, in: Set(Kinds.linkRoles), role.value, path: "\(path).where")
      check(role.value, path: "\(path).where.\(role.key)", allowed: ["feedback"], required: ["feedback"])
      for attribute in role.value.entries ?? [] {
        result.requirements[role.key, default: [:]][attribute.key] = attribute.value.text ?? ""
      }
    }
    result.sameActorOnly = choice(node["while"], ["same-actor"], path: "\(path).while") != nil
    if let rest = node["rest"] {
      check(rest, path: "\(path).rest", allowed: ["dependence", "operations"], required: [])
      result.presumesDependence =
        choice(rest["dependence"], ["presumed"], path: "\(path).rest.dependence") != nil
      // Estimates state operations of every sort together, so no other choice can be made.
      _ = choice(rest["operations"], ["all"], path: "\(path).rest.operations")
    }
    if case .only(let issuers)? = selection(
      node["issuers"], Estimate.Standing.allCases.map(\.rawValue), path: "\(path).issuers")
    {
      result.issuers = Set(issuers.compactMap(Estimate.Standing.init))
    }
    if let order = node["order"] {
      let methods = Estimate.Method.allCases.map(\.rawValue)
      result.order = order.asList.compactMap {
        choice($0, methods, path: "\(path).order").flatMap(Estimate.Method.init)
      }
    }
    // Each key with the words that are worked out; a word that is not must not look as if it were.
    for (key, words) in [
      ("over", ["serving-fleet"]), ("statistic", ["max"]), ("sparsity", ["dense"]),
      ("precision", [CountingConvention.fastest] + Kinds.precisions),
      ("unknown-link", [CountingConvention.interconnected]),
    ] {
      result.details[key] = choice(node[key], words, path: "\(path).\(key)")
    }
    for key in ["window", "minimum-link"] {
      if let value = node[key] { result.details[key] = parameterName(value, path: "\(path).\(key)") }
    }
    return CountingConventionSource(
      convention: result,
      tolerance: node["tolerance"].flatMap { parameterName($0, path: "\(path).tolerance") })
  }

  /// One of `words`.
  private mutating func choice(_ node: Node?, _ words: [String], path: String) -> String? {
    guard let node else { return nil }
    if let text = node.text, words.contains(text) { return text }
    report(
      .unknownWord, node, path, Phrase.unknownWord.with(.code(node.text ?? node.summary)),
      Phrase.oneOf.with(.code(words.joined(separator: ", "))))
    return nil
  }

  private mutating func selection(_ node: Node?, _ words: [String], path: String) -> CountingConvention
    .Selection?
  {
    guard let node else { return nil }
    if node.text == "all" { return .all }
    for element in node.asList { known(element.text ?? "", in: Set(words), element, path: path) }
    return .only(Set(node.asList.compactMap(\.text)))
  }
}
