import Glibc

/// Which file systems are mounted (proc(5), `mountinfo`), on which of them other machines may change
/// files without this one being told, and which hold no files but the system's own.
package struct MountTable: Sendable {
  /// Types by the numbers of their file systems.
  private var types: [String: String] = [:]

  /// Reads the lines of the system's table; those that are none are passed over.
  package init(_ text: String) {
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count, dash > 2 else {
        continue
      }
      types[String(fields[2])] = String(fields[dash + 1])
    }
  }

  /// What is mounted now; nothing where the system does not tell.
  package static func current() -> MountTable {
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
  package func remoteType(at path: String) -> String? {
    Self.device(of: path).flatMap(remoteType)
  }

  /// The same by the number of the file system, as stat(2) tells it.
  package func remoteType(ofDevice device: UInt64) -> String? {
    type(of: device).flatMap { Self.isRemote($0) ? $0 : nil }
  }

  /// The type of the file system that a path is on, where that holds nothing but what the system
  /// tells of itself, such as `/proc`; nil for all others.
  package func systemType(at path: String) -> String? {
    Self.device(of: path).flatMap(systemType)
  }

  /// The same by the number of the file system.
  package func systemType(ofDevice device: UInt64) -> String? {
    type(of: device).flatMap { Self.systemTypes.contains($0) ? $0 : nil }
  }

  private static func device(of path: String) -> UInt64? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt64(status.st_dev) : nil
  }

  private func type(of device: UInt64) -> String? {
    let major = device >> 8 & 0xFFF | device >> 32 & 0xFFFF_F000
    let minor = device & 0xFF | device >> 12 & 0xFFFF_FF00
    return types["\(major):\(minor)"]
  }

  /// What is mounted through FUSE is on another machine, or made by a program of what lies
  /// elsewhere; `fuseblk` are disks of this one.
  private static func isRemote(_ type: String) -> Bool {
    type == "fuse" || type.hasPrefix("fuse.") || remoteTypes.contains(type)
  }

  private static let systemTypes: Set<String> = [
    "binfmt_misc", "bpf", "cgroup", "cgroup2", "configfs", "debugfs", "devpts", "devtmpfs",
    "efivarfs", "fusectl", "mqueue", "nsfs", "proc", "pstore", "securityfs", "selinuxfs", "sysfs",
    "tracefs",
  ]

  private static let remoteTypes: Set<String> = [
    "9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs2", "glusterfs", "gpfs", "lustre",
    "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "prl_fs", "pvfs2", "smb3", "smbfs", "vboxsf",
    "virtiofs", "vmhgfs",
  ]
}
