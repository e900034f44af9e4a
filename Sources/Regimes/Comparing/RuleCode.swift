import Measures
import Records

/// What a rule says, with the numbers of its pack in place of their names: two rules that say the same have the same code,
/// whatever their parameters are called and wherever they stand.
struct RuleCode {
  let pack: RegimePack

  func code(_ content: RulePart.Content) -> JSON {
    switch content {
    case .words(let words), .names(let words): .strings(words.sorted())
    case .classification(let name): self.name(name)
    case .condition(let condition): code(condition)
    case .gates(let actions, let isPerCountry):
      .array([.strings(actions.map(\.rawValue).sorted()), .bool(isPerCountry)])
    case .extended(let longer): .array([value(longer.by), code(longer.condition)])
    case .due(let due), .filing(let due): resolved(due)
    case .recipients(let to): .array(to.sorted { $0.canonical < $1.canonical }.map(resolved))
    case .items(let items): .array(items.map { resolved($0.json) }.sorted { $0.canonical < $1.canonical })
    case .parameter(let name): value(name)
    case .start(let start): .array([start.from.map(value) ?? .null, start.after.map(value) ?? .null])
    }
  }

  /// A class of the pack itself has no pack in its name.
  private func name(_ name: ClassName) -> JSON {
    .string(name.pack == pack.id ? name.name : name.description)
  }

  /// The value of a parameter, as the pack has it; a limit that the text leaves open is what it is called.
  private func value(_ name: String) -> JSON {
    guard let parameter = pack.parameters[name] else { return .string("$\(name)") }
    switch parameter.content {
    case .derived(let of, let divisor): return .array([value(of), .string("/"), value(divisor)])
    case .required: return .string("$\(name)")
    default: return .optional(parameter.content.written)
    }
  }

  /// A tree of a clock with the values of the parameters that it names.
  private func resolved(_ json: JSON) -> JSON {
    switch json {
    case .string(let text): text.hasPrefix("$") ? value(String(text.dropFirst())) : json
    case .array(let elements): .array(elements.map(resolved))
    case .object(let members): .object(members.mapValues(resolved))
    default: json
    }
  }

  private func code(_ condition: Condition) -> JSON {
    func node(_ word: String, _ rest: JSON...) -> JSON { .array([.string(word)] + rest) }
    func set(_ conditions: [Condition]) -> JSON {
      .array(conditions.map(code).sorted { $0.canonical < $1.canonical })
    }
    switch condition {
    case .all(let parts): return node("all", set(parts))
    case .any(let parts): return node("any", set(parts))
    case .not(let part): return node("not", code(part))
    case .quantity(let test):
      return node(
        "quantity", code(test.quantity), .string(test.comparator.rawValue), value(test.threshold),
        .string(test.bound.rawValue))
    case .ratio(let test):
      return node(
        "ratio", code(test.of), code(test.over), .string(test.comparator.rawValue), value(test.share),
        .string(test.bound.rawValue), test.fallback.map(code) ?? .null)
    case .rating(let of, let axis, let value): return node("rating", path(of), .string(axis), .string(value))
    case .attribute(let test):
      return node("attribute", path(test.of), .string(test.key), .array(test.values.map(code)))
    case .date(let of, let comparison, let operand):
      return node("date", path(of), .string(comparison.rawValue), code(operand))
    case .classified(let of, let name): return node("classified", path(of), self.name(name))
    case .tier(let of, let step): return node("tier", path(of), .string(step))
    case .attested(let test): return node("attested", code(test))
    case .ordered(let test, _, let inner): return node("ordered", code(test), inner.map(code) ?? .null)
    case .some(let test): return node("some", code(test))
    case .every(let test): return node("every", code(test))
    }
  }

  private func path(_ path: Path) -> JSON { .string(path.description) }

  private func code(_ operand: Operand) -> JSON {
    switch operand {
    case .parameter(let name): value(name)
    case .word(let word): .string(word)
    case .jurisdiction: .string("in \(pack.jurisdiction)")
    case .path(let path): .string("path \(path)")
    }
  }

  private func code(_ quantity: QuantityReference) -> JSON {
    .array([
      .string(quantity.name), path(quantity.of), .optional(quantity.convention.map(bare)),
      .optional(quantity.since?.description), .optional(quantity.with), .optional(quantity.period),
    ])
  }

  /// A convention of the pack itself has no pack in its name.
  private func bare(_ convention: String) -> String {
    convention.hasPrefix("\(pack.id):") ? String(convention.dropFirst(pack.id.count + 1)) : convention
  }

  private func code(_ fallback: RatioTest.Fallback) -> JSON {
    .array(
      [code(fallback.given)]
        + fallback.cases.map { .array([$0.condition.map(code) ?? .null, value($0.over)]) })
  }

  private func code(_ test: SetTest) -> JSON {
    .array([.string(test.set), .strings(test.roles.sorted()), test.suchThat.map(code) ?? .null])
  }

  private func code(_ test: ActTest) -> JSON {
    .array([
      .string(test.kind), .optional(test.about?.description), .strings(test.decisions.sorted()),
      .strings(test.covers.sorted()), issuers(test.issuers), test.maxAge.map(value) ?? .null,
      .int(test.quorum),
      .array(
        test.restsOn.map { ground in
          .array([
            .string(ground.kind), ground.maxAge.map(value) ?? .null, .strings(ground.decisions.sorted()),
            issuers(ground.issuers),
          ])
        }),
    ])
  }

  private func issuers(_ issuers: [IssuerTest]) -> JSON {
    .array(
      issuers.map { issuer in
        let place: JSON =
          switch issuer.jurisdiction {
          case .any: .string("any")
          case .country: .string("country")
          case .parameter(let name): value(name)
          case .path(let path): .string("path \(path)")
          }
        return .array([.string(issuer.role), place, .optional(issuer.accreditedBy)])
      }.sorted { $0.canonical < $1.canonical })
  }
}
