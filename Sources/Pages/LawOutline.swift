import Lineage
package import Measures
package import Regimes

/// A regime as a reader of the law wants it: what it is, its numbers, how it counts, its articles, each with its source and
/// how far that was checked.
package struct LawOutline {
  /// A number of the text.
  package struct Number {
    package let name: String
    package let value: String
    package let source: Citation
    package let code: String
  }

  /// A part with lines below it: a scale, a way to count, an article.
  package struct Section {
    /// What it is called; of an article its name in the pack.
    package let title: String
    package let source: Citation
    /// What an article says, in our words.
    package let says: String
    package let lines: [RuleLine]
  }

  package let pack: RegimePack
  package let language: Language
  private let rules: RuleWords

  package init(_ pack: RegimePack, _ language: Language) {
    (self.pack, self.language) = (pack, language)
    rules = RuleWords(pack, language)
  }

  private func say(_ message: Message) -> String { message.text(language) }

  package var title: String { pack.title[language] }

  /// What sort of text it is, and where.
  package var kind: String {
    [pack.status.rawValue, pack.jurisdiction].map { Words.label($0, language) }.joined(separator: " · ")
  }

  /// When it is in force, what it rests on, what took its place.
  package var standing: [String] {
    let dates = pack.from.map { from in
      pack.to.map { Phrase.inForceFromTo.with(.date(from), .date($0)) }
        ?? Phrase.inForceFrom.with(.date(from))
    }
    return [
      dates, pack.needsAdoption ? Phrase.bindsByAdoption.message : nil,
      pack.supersededBy.map { Phrase.supersededBy.with(.code($0)) },
      pack.interprets.map { Phrase.interpretsLaw.with(.code($0)) },
    ].compactMap { $0 }.map(say)
  }

  /// To whom it applies of itself.
  package var nexus: (text: String, source: Citation)? {
    pack.nexus.map { nexus in
      (
        say(Phrase.appliesWhere.with(.word(nexus.appliesTo.rawValue), .code(rules.text(nexus.when)))),
        nexus.citation
      )
    }
  }

  package var numbers: [Number] {
    pack.parameters.values.sorted { $0.name < $1.name }.map { parameter in
      Number(
        name: name(parameter), value: rules.value(parameter.content), source: parameter.citation,
        code: parameter.name)
    }
  }

  /// What it is called, and whether it is more than an example or shown for context.
  private func name(_ parameter: Parameter) -> String {
    let name = Message.Argument.text(Words.parameter(parameter.name))
    if parameter.isExample { return say(Phrase.parameterExample.with(name)) }
    return say((parameter.isContext ? Phrase.parameterContext : .listed).with(name))
  }

  package var scales: [Section] {
    pack.scales.map { scale in
      Section(
        title: say(Phrase.scaleNamed.with(.word(scale.name))), source: scale.citation, says: "",
        lines: scale.steps.map { step in
          let asked = step.when.map(rules.text) ?? say(Phrase.always.message)
          return RuleLine(0, say(Phrase.labelled.with(.code(step.name), .code(asked))))
        })
    }
  }

  package var conventions: [Section] {
    pack.conventions.values.map(\.convention).sorted { $0.name < $1.name }.map { convention in
      Section(
        title: say(
          Phrase.countsNamed.with(.word(convention.measures.rawValue), .word(convention.bareName))),
        source: convention.citation, says: "",
        lines: ConventionWords(convention, pack, language).lines.map { RuleLine(0, $0) })
    }
  }

  package var articles: [Section] {
    pack.articles.map { article in
      Section(
        title: article.id, source: article.citation, says: article.says[language],
        lines: rules.lines(article))
    }
  }
}
