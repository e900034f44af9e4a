import Measures
import Pages
import Records
import Regimes

extension PackDifference {
  /// The difference as JSON: each part with what it said and says, in both languages.
  var json: JSON {
    func words(_ part: RulePart?, _ pack: RegimePack) -> JSON {
      guard let part else { return .null }
      return .object([
        "en": .string(RuleWords(pack, .en).text(part.content)),
        "fr": .string(RuleWords(pack, .fr).text(part.content)),
      ])
    }
    func named(_ pack: RegimePack) -> JSON {
      .object(["id": .string(pack.id), "version": .string(pack.version), "digest": .string(pack.digest)])
    }
    return .object([
      "ecluse": .int(1), "before": named(old), "after": named(new), "head": .strings(head),
      "numbers": .array(
        numbers.map { change in
          .object([
            "name": .string((change.new ?? change.old)?.name ?? ""),
            "before": .optional(change.old.map { $0.content.written ?? "required" }),
            "after": .optional(change.new.map { $0.content.written ?? "required" }),
          ])
        }),
      "articles": .array(
        articles.map { change in
          .object([
            "id": .string(change.id),
            "change": .string(change.old == nil ? "added" : change.new == nil ? "removed" : "changed"),
            "parts": .array(
              change.parts.map { part in
                .object([
                  "part": .strings((part.new ?? part.old)?.place ?? []),
                  "before": words(part.old, old), "after": words(part.new, new),
                ])
              }),
          ])
        }),
      "scales": .strings(scales), "conventions": .strings(conventions),
    ])
  }
}
