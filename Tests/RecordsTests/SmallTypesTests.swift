import Measures
import Records
import Testing

@Suite struct DigestTests {
  /// The vectors of FIPS 180-4.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func vectors(_ text: String, _ digest: String) { #expect(Digest.sha256(Array(text.utf8)) == digest) }
}

@Suite struct NearestNamesTests {
  @Test(arguments: [
    ("artefact", ["artifact", "activity", "party"], ["artifact"]), ("compte", ["compute"], ["compute"]),
    ("colour", ["compute", "budget"], []),
    ("uses", ["use", "used", "user", "usage"], ["use", "used", "user"]),
    ("x", ["y", "yy", "x"], ["x", "y"]),
    // A swap of neighbours is one edit.
    ("nmae", ["type", "name"], ["name"]), ("ab", ["ba"], ["ba"]),
    ("b200", ["gb200-gpu", "b200-sxm", "b2000-sxm"], ["b200-sxm"]), ("", ["-x"], []),
  ])
  func nearestFirst(_ name: String, _ candidates: [String], _ expected: [String]) {
    #expect(NearestNames.of(name, among: candidates) == expected)
  }
}

@Suite struct ProblemTests {
  private func problem(_ file: String?, _ line: Int, _ word: String) -> Problem {
    let text = Message(Bilingual(en: word, fr: word))
    return Problem(
      .syntax, at: file.map { Mark(file: $0, line: line) }, field: "compute[0]", rule: text,
      remedy: Message(Bilingual(en: "Fix it.", fr: "Corrigez.")))
  }

  @Test func areInTheOrderOfFilesAndLines() {
    let problems = Problems([
      problem("b", 1, "4"), problem("a", 9, "3"), problem("a", 2, "1"), problem("a", 2, "2"),
      problem(nil, 0, "0"),
    ])
    #expect(problems.list.map { $0.rule.text(.en) } == ["0", "1", "2", "3", "4"])
  }

  @Test func areOneLine() {
    #expect(problem("a.yaml", 3, "Wrong.").text(.en) == "a.yaml:3: compute[0]: Wrong. Fix it. [syntax]")
    #expect(problem("a.yaml", 3, "Faux.").text(.fr) == "a.yaml:3: compute[0]: Faux. Corrigez. [syntax]")
  }
}

@Suite struct KindsTests {
  @Test func namesAndFieldsAreUnique() {
    #expect(Set(Kinds.all.map(\.name)).count == Kinds.all.count)
    for kind in Kinds.all {
      let names = (Kinds.commonFields + kind.fields).map(\.name)
      #expect(Set(names).count == names.count, "\(kind.name)")
      #expect(!names.contains(kind.name), "\(kind.name)")
    }
  }

  @Test func trainingKindsAreTheFirstSeven() {
    #expect(
      Kinds.trainingKinds == [
        "pretraining", "fine-tuning", "reinforcement-learning", "distillation", "merge", "adapter",
        "quantization",
      ])
    #expect(Kinds.activityKinds.count == 13 && Kinds.linkRoles.count == 14)
  }
}
