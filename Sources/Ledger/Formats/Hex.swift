/// Lower-case hexadecimal digits.
package enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)
  private static let none: UInt8 = 0xFF

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: none, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()

  /// The digits of the bytes.
  package static func encode(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
      for (index, byte) in bytes.enumerated() {
        text[2 * index] = digits[Int(byte >> 4)]
        text[2 * index + 1] = digits[Int(byte & 15)]
      }
      return 2 * bytes.count
    }
  }

  /// The bytes of an even number of lower-case digits.
  package static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    text.withContiguousStorageIfAvailable { pairs($0) } ?? Array(text).withUnsafeBufferPointer { pairs($0) }
  }

  private static func pairs(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.count.isMultiple(of: 2) else { return nil }
    let values = Self.values
    // Of a sign that is no digit the upper half is set.
    var all: UInt8 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: text.count / 2) { bytes, count in
      count = text.count / 2
      for index in 0..<count {
        let (high, low) = (values[Int(text[2 * index])], values[Int(text[2 * index + 1])])
        all |= high | low
        bytes[index] = high << 4 | low
      }
    }
    return all < 16 ? bytes : nil
  }
}
