import Glibc

/// Called once by the fuzzer. With `ECLUSE_FUZZ_SPECIMENS` set, writes the first inputs of all targets into that folder and
/// ends: these programs have no other entry.
@_cdecl("LLVMFuzzerInitialize")
func initialize(
  _ count: UnsafeMutablePointer<CInt>?, _ arguments: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> CInt {
  guard let folder = getenv("ECLUSE_FUZZ_SPECIMENS").map({ String(cString: $0) }) else { return 0 }
  for (target, files) in SpecimenFiles.all() {
    mkdir("\(folder)/\(target)", 0o755)
    for file in files {
      guard let stream = fopen("\(folder)/\(target)/\(file.name)", "w") else {
        fatalError("cannot write into \(folder)/\(target)")
      }
      fwrite(file.bytes, 1, file.bytes.count, stream)
      fclose(stream)
    }
  }
  exit(0)
}
