/// Whole numbers as the formats of logs write them: decimal, no sign, no leading zero but `0`, at most 2^63 − 1.
package enum LogNumber {
  /// The greatest size of a tree, and the latest time of a cosignature.
  package static let maximum = UInt64(Int64.max)

  /// The number, or nil for any other spelling.
  package static func read(_ text: ArraySlice<UInt8>) -> UInt64? {
    guard let first = text.first, text.count <= 19, first != UInt8(ascii: "0") || text.count == 1 else {
      return nil
    }
    var number: UInt64 = 0
    for sign in text {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(sign) else { return nil }
      // Nineteen digits stay below 2^64.
      number = number * 10 + UInt64(sign - UInt8(ascii: "0"))
    }
    return number <= maximum ? number : nil
  }
}
