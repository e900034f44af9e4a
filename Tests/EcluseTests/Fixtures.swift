/// Where the fixtures stand.
enum Fixtures {
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
  static func path(_ name: String) -> String { "\(root)/Tests/Fixtures/\(name)" }
  static func example(_ name: String) -> String { "\(root)/Examples/\(name)" }
}
