import Glibc

/// Which file systems are mounted (proc(5), `mountinfo`), and on which of them other machines may
/// change files without this one being told.
struct MountTable {
  /// Types by the numbers of their file systems.
  private var types: [String: String] = [:]

  /// Reads the lines of the system's table; those that are none are passed over.
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count, dash > 2 else {
        continue
      }
      types[String(fields[2])] = String(fields[dash + 1])
    }
  }

  /// What is mounted now; nothing where the system does not tell.
  static func current() -> MountTable {
    guard let file = fopen("/proc/self/mountinfo", "re") else { return MountTable("") }
    defer { fclose(file) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return MountTable(String(decoding: text, as: UTF8.self)) }
      text += buffer[..<count]
    }
  }

  /// The type of the file system that a path is on, where other machines may change its files; nil
  /// for all others.
  func remoteType(at path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return remoteType(ofDevice: UInt64(status.st_dev))
  }

  /// The same by the number of the file system, as stat(2) tells it.
  func remoteType(ofDevice device: UInt64) -> String? {
    let major = device >> 8 & 0xFFF | device >> 32 & 0xFFFF_F000
    let minor = device & 0xFF | device >> 12 & 0xFFFF_FF00
    guard let type = types["\(major):\(minor)"], Self.isRemote(type) else { return nil }
    return type
  }

  /// What is mounted through FUSE is on another machine, or made by a program of what lies
  /// elsewhere; `fuseblk` are disks of this one.
  private static func isRemote(_ type: String) -> Bool {
    type == "fuse" || type.hasPrefix("fuse.") || remoteTypes.contains(type)
  }

  private static let remoteTypes: Set<String> = [
    "9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs2", "glusterfs", "gpfs", "lustre",
    "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "prl_fs", "pvfs2", "smb3", "smbfs", "vboxsf",
    "virtiofs", "vmhgfs",
  ]
}
