import FuzzChecks

/// What the fuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  ExchangeCheck.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
