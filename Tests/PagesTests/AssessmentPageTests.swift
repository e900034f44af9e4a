import Lineage
import Measures
import Records
import RecordsIO
import Testing

@testable import Pages
@testable import Regimes

/// What a page says, from a small world judged by the packs that ship.
@Suite struct AssessmentPageTests {
  @Test func hostileNamesAreHarmless() throws {
    let attack = "<script>alert(1)</script><img src=x onerror='alert(2)'>\"]]>&lt;{{{style}}}"
    let page = try World(name: attack, source: attack).page(title: attack, command: attack)
    for language in Language.allCases {
      let html = try page.html(language)
      #expect(!html.contains("<script"))
      #expect(!html.contains("<img"))
      #expect(!html.contains("onerror='"))
      #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
      #expect(html.contains("{{{style}}}"), "a template inside a text stays text")
    }
  }

  /// Gives the regime of the Union something that may be done and something that must be kept.
  private static func allowing(_ determination: inout Determination) {
    let cite = Citation(document: "A test", locus: "1", checked: .reading)
    guard determination.regime == "eu-ai-act-gpai" else { return }
    let ask = Permission(
      act: "ask-again", by: "provider", to: [.string("ai-office")],
      notBefore: .object(["within": .string("$ask-again-after"), "from": .string("designated")]),
      unless: nil, citation: cite)
    determination.permissions = [
      Allowance(
        article: "a", permission: ask, to: ask.to, party: nil,
        terms: [Term(name: "ask-again-after", period: Period("6 months"), moment: nil, setBy: [])],
        isGiven: true)
    ]
    let keep = Retention(
      what: "papers", by: "provider", period: "age", from: .string("deployed"), unless: nil, citation: cite)
    determination.retentions = [
      Keeping(article: "a", retention: keep, period: Period(10, .years), party: nil, state: .owed)
    ]
  }

  /// What may be done and what must be kept stand with the duties.
  @Test func permissionsAndRetentions() throws {
    let page = try World().page(change: Self.allowing)
    let english = try page.html(.en)
    for words in [
      "ask-again", "Permitted", "not before 6 months after designation", "papers",
      "for 10 years from deployment",
    ] {
      #expect(english.contains(words), "\(words)")
    }
    let french = try page.html(.fr)
    for words in [
      "Permis",
      "pas avant 6\u{A0}mois après la désignation", "pendant 10\u{A0}ans à compter de la mise en service",
    ] {
      #expect(french.contains(words), "\(words)")
    }
  }

  @Test func onlyTheOwnStyleSheetIsAdmitted() throws {
    let html = try World().page().html(.en)
    let style = try #require(html.firstMatch(of: /<style>((?:.|\n)*?)<\/style>/)).1
    let hash = "sha256-" + PageStyle.base64(Digest.sha256(Array(style.utf8)))
    #expect(html.contains("default-src 'none'; style-src '\(hash)'; base-uri 'none'; form-action 'none'"))
    #expect(!html.contains("style=\""))
    #expect(!html.contains("<link"))
    #expect(!html.contains(" src=\""))
    #expect(!html.contains("url("))
    #expect(!html.contains("http://") && !html.contains("https://"))
  }

  @Test func everyAnchorIsThere() throws {
    for language in Language.allCases {
      let html = try World().page().html(language)
      let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
      #expect(Set(ids).count == ids.count, "an id stands twice")
      for link in html.matches(of: /\shref="#([^"]+)"/) {
        #expect(ids.contains(String(link.1)), "nothing is named \(link.1)")
      }
    }
  }

  @Test func theSameInputsGiveTheSameBytes() throws {
    #expect(try World().page().html(.fr) == World().page().html(.fr))
  }

  /// Below where an article stands, the ways out of it.
  @Test func waysOutStandBelowTheirArticle() throws {
    let english = try World().page().html(.en).replacing("\u{A0}", with: " ")
    #expect(english.contains("sixth item:<ul><li>either shown: claim of narrowness"))
    #expect(english.contains("<li>or shown: democratic control"))
    let french = try World().page().html(.fr).replacing("\u{A0}", with: " ")
    #expect(french.contains(" :<ul><li>soit montré : revendication d’étroitesse"))
    #expect(french.contains("<li>soit montré : contrôle démocratique"))
  }

  @Test func oneSubjectIsSaidInWords() throws {
    let english = try World().page().html(.en)
    #expect(english.contains("<strong>No rule in force opens or closes a gate for Large.</strong>"))
    #expect(english.contains("Would be undetermined"))
    #expect(english.contains("10²⁵\u{A0}FLOP"))
    #expect(!english.contains("<sup>"))
    let french = try World().page().html(.fr)
    #expect(french.contains("<html lang=\"fr\">"))
    #expect(french.contains("Aucune règle en vigueur n’ouvre ni ne ferme de porte pour Large."))
    #expect(french.contains("Serait indéterminée"))
  }

  @Test func noSubjectIsSaidInWords() throws {
    let page = AssessmentPage(
      title: Bilingual(en: "Empty", fr: "Vide"), asOf: World.asOf, knownAt: nil, subjects: [],
      determinations: [],
      accounts: [], packs: [], names: [:], command: "ecluse assess", showsPublicRecord: false)
    #expect(try page.html(.en).contains("Nothing is assessed here"))
    #expect(try page.html(.fr).contains("Rien n’est évalué ici"))
  }

  @Test func publicFiguresAreNamedAsSuch() throws {
    var page = try World().page()
    #expect(try !page.html(.en).contains("Epoch AI"))
    page.showsPublicRecord = true
    #expect(try page.html(.en).contains("estimates by third parties, facts up to July 2025"))
    #expect(try page.html(.en).contains("Epoch AI, CC BY 4.0"))
    #expect(try page.html(.fr).contains("estimations de tiers, faits jusqu’en juillet 2025"))
  }

  @Test func factsAreShownWithTheirSourceAndWeight() throws {
    var made: Explanation.Made = [:]
    let html = try World(source: "run log of 2 March").page { determination in
      for index in determination.findings.indices {
        let finding = determination.findings[index]
        determination.findings[index] = .init(
          article: finding.article, because: finding.because.marked(&made) { _ in false })
      }
    }.html(.en)
    #expect(html.contains("acme/activity/large/training"))
    #expect(html.contains("source: run log of 2 March"))
    #expect(html.contains("not decisive"))
    #expect(html.contains("read in the text"))
  }

  @Test func aLongPageNamesWhatItLeavesOut() throws {
    let world = try World(copies: AssessmentPage.briefAbove + 1)
    let html = try world.page().html(.en)
    #expect(html.contains("clause trees stand under the articles that give a class or leave it possible"))
    #expect(html.contains("What the articles say"))
    #expect(try !World().page().html(.en).contains("What the articles say"))
  }

  /// A long page leaves out no answer: what may be done, what must be kept, what else applies.
  @Test func aLongPageSaysEveryEffect() throws {
    let html = try World(copies: AssessmentPage.briefAbove + 1).page(change: Self.allowing).html(.en)
    for words in ["Permitted</span> ask-again", "To be kept</span> papers"] {
      #expect(html.contains(words), "\(words)")
    }
  }

  @Test func aLongPageFoldsWhatFollowsTheFirst() throws {
    let html = try World(copies: AssessmentPage.briefAbove + 1).page().html(.en)
    #expect(html.matches(of: /<details class="rest"><summary>and 16 more</).count == 2)
    #expect(try !World().page().html(.en).contains("class=\"rest\""))
  }

  /// The next threshold is named by its regime, and its article is not broken.
  @Test func theNextThresholdHasAName() throws {
    let html = try World().page().html(.en)
    #expect(html.contains("Korea, AI Basic Act (high-performance AI), <span class=\"nowrap\">"))
  }

  /// A threshold of what binds stands before a nearer one of what does not.
  @Test func theNextThresholdIsOfWhatBinds() {
    func mark(_ threshold: UInt64, _ isBinding: Bool) -> ThresholdRow.Mark {
      .init(
        threshold: Ratio(UInt128(threshold)), comparator: .above, convention: nil, article: "a", regime: "r",
        title: Bilingual(en: "R", fr: "R"),
        citation: nil,
        hasEffect: true, isBinding: isBinding)
    }
    let bounds = Bounds<Ratio>(exactly: Ratio(5))
    func next(_ marks: [ThresholdRow.Mark]) -> UInt64? {
      let row = ThresholdRow(quantity: "training-compute", dimension: .flop, bounds: bounds, marks: marks)
      return row.next.flatMap { $0.threshold == Ratio(20) ? 20 : $0.threshold == Ratio(10) ? 10 : nil }
    }
    #expect(next([mark(10, false), mark(20, true)]) == 20)
    #expect(next([mark(10, false), mark(3, true)]) == 10)
  }

  @Test func whatSubjectsShareIsWrittenOnce() throws {
    let html = try World(copies: AssessmentPage.briefAbove + 1).page().html(.en)
    let links = html.matches(of: /href="#x1">Its gates, as for 40 others/).count
    #expect(links == AssessmentPage.briefAbove + 1)
    #expect(html.matches(of: /id="x1"/).count == 1)
    #expect(html.matches(of: /Looked at, and does not apply/).count < AssessmentPage.briefAbove)
    // What a clause rests on is each subject’s own; what none of them was shown is the same for all.
    #expect(html.contains("acme/activity/large-41/training"))
    #expect(html.matches(of: /not shown: generality-assessment/).count < 3)
    let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for link in html.matches(of: /\shref="#([^"]+)"/) {
      #expect(ids.contains(String(link.1)), "nothing is named \(link.1)")
    }
  }

  /// A gate that only a supposed deployment keeps from being open says so, as its article stands below as failing.
  @Test func aSupposedDeploymentIsSaid() throws {
    for copies in [1, AssessmentPage.briefAbove + 1] {
      let page = try World(copies: copies).page()
      #expect(try page.html(.en).contains("d-nr4-deployment: only for a deployment that is supposed"))
      #expect(try page.html(.fr).contains("seulement pour un déploiement supposé"))
    }
  }

  /// A long page unfolds gates down to their clauses, once for all that share them, and cites each article.
  @Test func gatesOfALongPageUnfold() throws {
    let html = try World(copies: AssessmentPage.briefAbove + 1).page().html(.en)
    let block = try #require(html.firstMatch(of: /<section class="block" id="x1">.*?<\/section>/)).0
    for words in [
      "what is the same for all of them",
      "d-nr3-deployment · tier NR-3 or above <b>cannot be excluded</b><cite>",
      "autonomy is rated strong (not rated)", "a supposed deployment",
    ] {
      #expect(block.contains(words), "\(words)")
    }
    // What rests on the facts of one of them is not the same for all.
    #expect(!block.contains("acme/activity/large"))
  }

  /// On a long page levels with a single clause are one line, and a clause that stands above is a link to it.
  @Test func aLongPageRepeatsNoTree() throws {
    let html = try World(copies: AssessmentPage.briefAbove + 1).page().html(.en)
    let block = try #require(html.firstMatch(of: /<section class="block" id="x1">.*?<\/section>/)).0
    #expect(block.matches(of: /<summary class=u>what makes tier NR-3/).count == 1)
    #expect(block.contains(/<a href="#x1-\d">what makes tier NR-3 · all of:<\/a> <b>/))
    #expect(block.contains("any of: at least one among: deployments · deployment: a supposed deployment <b>"))
    let (folds, unfolds) = (html.matches(of: /<details/).count, html.matches(of: /<\/details>/).count)
    #expect(folds == unfolds)
  }

  /// The state of a gate on a long page leads to its details without another step.
  @Test func aGateOfALongPageIsALink() throws {
    let html = try World(copies: AssessmentPage.briefAbove + 1).page().html(.en)
    #expect(html.contains("<a class=\"gate is-neutral\" href=\"#s1\">"))
    #expect(!html.contains("<details class=\"gate"))
  }

  /// What leaves a class possible is named on a long page, with the clauses that keep it open.
  @Test func aPossibleClassHasItsOpenClauses() throws {
    let html = try World(copies: AssessmentPage.briefAbove + 1).page { determination in
      for index in determination.findings.indices where determination.regime == "eu-ai-act-gpai" {
        determination.findings[index].because.verdict = .cannotBeExcluded
      }
      determination.classes = determination.classes.map {
        .init(name: $0.name, verdict: .cannotBeExcluded, because: $0.because)
      }
    }.html(.en)
    #expect(
      html.contains(/<b class="is-und">[^<]*<\/b>(?: <a [^>]*>[^<]*<\/a>)*? <a href="#a\d+">art-51-2<\/a>/))
    #expect(html.contains(/Open clauses:<\/b>[^<]*training compute/))
  }

  /// Names break between their parts, versions not at all, and hashes in the middle.
  @Test func namesBreakBetweenTheirParts() throws {
    let html = try World().page().html(.en)
    #expect(html.contains("acme:<wbr>large/<wbr>training<wbr>"))
    #expect(html.contains(/<span class="num">2025-[0-9-]+<\/span>/))
    #expect(html.contains(/<span class="hash">[0-9a-f]{32}<wbr>[0-9a-f]{32}<\/span>/))
  }

  @Test func whatMayBindIsSaidAsInTheTerminal() throws {
    let html = try World().page().html(.en)
    #expect(!html.contains("treated as binding"))
    #expect(html.contains("may be in force: its duties are possible, not owed"))
  }

  /// Every threshold of the board's axis that has room keeps its label, the last one too.
  @Test func theLastThresholdHasItsLabel() throws {
    let html = try World().page().html(.en)
    let grid = try #require(html.firstMatch(of: /<g id="caps-1">.*?<\/g>/)).0
    #expect(grid.contains(">10²⁷</text>"))
  }

  @Test func aGateUnfoldsItsReasonInPlace() throws {
    let html = try World().page().html(.en)
    let gate = try #require(html.firstMatch(of: /<details class="gate [^"]*" name="gate">.*?<\/details>/)).0
    #expect(gate.contains("<summary>"))
    #expect(gate.contains("Would be undetermined"))
    #expect(gate.contains("Would open it:"))
    #expect(gate.contains("href=\"#s1\""))
  }

  @Test func dutiesOfWhatDoesNotBindAreShown() throws {
    let page = try World().page { determination in
      determination.obligations = determination.obligations.map {
        Obligation(
          article: $0.article, duty: $0.duty, to: $0.to, party: $0.party, state: .wouldOblige,
          deferredUntil: nil, terms: $0.terms)
      }
    }
    #expect(try page.html(.en).contains("technical documentation"))
    #expect(try page.html(.en).contains("Would be owed"))
  }
}
