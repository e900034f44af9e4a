import Measures
import Records
import TestSupport
import Testing

@Suite struct PlacesTests {
  @Test(arguments: [
    ("FR", true), ("EU", true), ("US-CA", true), ("FR-75", true), ("GB-ENG", true), ("XA", true),
    ("XZ", true),
    ("XA-1", true), ("world", true), ("UK", false), ("EL", false), ("fr", false), ("", false), ("X", false),
    ("XAA", false), ("US-", false), ("US-CALI", false), ("US-ca", false), ("UK-ENG", false),
    ("US-CA-1", false),
    ("EU-FR", false), ("everywhere", false), ("X1", false),
  ])
  func codes(_ code: String, _ isPlace: Bool) throws {
    #expect(try Dossier.places().contains(code: code) == isPlace)
  }

  /// Membership is dated: the United Kingdom was a member up to and including 31 January 2020.
  @Test(arguments: [
    ("GB", "1972-12-31", false), ("GB", "1973-01-01", true), ("GB", "2020-01-31", true),
    ("GB", "2020-02-01", false), ("GB-SCT", "2020-01-31", true), ("GB-SCT", "2020-02-01", false),
    ("FR", "1957-12-31", false), ("FR", "1958-01-01", true), ("FR-75", "2026-11-21", true),
    ("HR", "2013-06-30", false), ("HR", "2013-07-01", true), ("US", "2026-11-21", false),
    ("NO", "2026-11-21", false), ("CH", "2026-11-21", false), ("XA", "2026-11-21", false),
    ("EU", "2026-11-21", true), ("RE", "1957-12-31", false), ("RE", "1958-01-01", true),
    ("YT", "2013-12-31", false), ("YT", "2014-01-01", true), ("AX", "1994-12-31", false),
    ("AX", "1995-01-01", true), ("MF", "2026-11-21", true), ("PT-20", "2026-11-21", true),
    ("ES-CN", "2026-11-21", true),
  ])
  func union(_ code: String, _ date: String, _ isMember: Bool) throws {
    let places = try Dossier.places()
    #expect(try places.contains("EU", code, at: Moment(date).last) == isMember)
    #expect(try places.contains("EU", code, at: Moment(date).first) == isMember)
  }

  /// Union law applies in the outermost regions and the Åland Islands, which have codes of their own; in no country or
  /// territory of the list in Annex II of the treaty, nor where Article 355(3) and (5) say otherwise.
  private static let regions: Set = ["AX", "GF", "GP", "MF", "MQ", "RE", "YT"]

  @Test(arguments: [
    "AW", "BL", "BQ", "CW", "FO", "GG", "GI", "GL", "IM", "JE", "NC", "PF", "PM", "SX", "TF", "WF",
  ])
  func noUnionLaw(_ code: String) throws {
    let places = try Dossier.places()
    #expect(try places.isCountry(code) && !places.contains("EU", code, at: Moment("2026-11-21").last))
  }

  /// The treaties in force at the end of 2026 name twenty-seven members.
  @Test func membersToday() throws {
    let places = try Dossier.places()
    let today = try Moment("2026-11-21").last
    let inside = places.allCountries.filter { places.contains("EU", $0, at: today) }
    #expect(Self.regions.isSubset(of: inside) && inside.count == 27 + Self.regions.count)
    // ISO 3166-1 lists 249 codes.
    #expect(places.allCountries.count == 249)
  }

  @Test func partsAndWholes() throws {
    let places = try Dossier.places()
    let today = try Moment("2026-11-21").last
    func contains(_ outer: String, _ inner: String) -> Bool { places.contains(outer, inner, at: today) }
    #expect(contains("US", "US-CA") && !contains("US-CA", "US") && contains("US-CA", "US-CA"))
    #expect(!contains("US", "UM") && !contains("US-C", "US-CA") && !contains("U", "US"))
    #expect(
      contains("world", "FR") && contains("world", "EU") && contains("world", "XA-1")
        && !contains("FR", "world"))
    #expect(!contains("FR", "EU") && contains("XA", "XA-1"))
    #expect(places.overlap("US-CA", "US", at: today) && places.overlap("FR", "EU", at: today))
    #expect(!places.overlap("US-CA", "US-NY", at: today) && !places.overlap("FR", "US", at: today))
    #expect(
      places.isCountry("XA") && places.isCountry("FR") && !places.isCountry("EU")
        && !places.isCountry("US-CA"))
  }
}
