#define _GNU_SOURCE 1
#include "Guards.h"
#include <errno.h>

#ifdef __linux__
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* linux/landlock.h of the machine that builds may be older than the system that runs this. */
struct ruleset {
  uint64_t files, network, scopes;
};

struct __attribute__((packed)) beneath {
  uint64_t access;
  int32_t folder;
};

enum { create_ruleset = 444, add_rule = 445, restrict_self = 446, version_flag = 1, path_beneath = 1 };

enum {
  execute = 1 << 0,
  write_file = 1 << 1,
  read_file = 1 << 2,
  read_folder = 1 << 3,
  remove_file = 1 << 5,
  make_file = 1 << 8,
  /* Version 1 has all up to here. */
  first = (1 << 13) - 1,
  /* Of version 2, 3 and 5. */
  refer = 1 << 13,
  cut = 1 << 14,
  control_device = 1 << 15,
  of_files = execute | write_file | read_file | cut | control_device
};

int broadsheet_guard_landlock(void) {
  const long version = syscall(create_ruleset, NULL, 0, version_flag);
  return version > 0 ? (int)version : 0;
}

static uint64_t known_access(void) {
  const int version = broadsheet_guard_landlock();
  return first | (version >= 2 ? refer : 0) | (version >= 3 ? cut : 0) |
         (version >= 5 ? control_device : 0);
}

int broadsheet_guard_list_files(void) {
  const int version = broadsheet_guard_landlock();
  if (version == 0) {
    errno = ENOSYS;
    return -1;
  }
  /* Binding and connecting by TCP from version 4 on, abstract sockets and signals from 6 on. */
  const struct ruleset all = {
      .files = known_access(), .network = version >= 4 ? 3 : 0, .scopes = version >= 6 ? 3 : 0};
  return (int)syscall(create_ruleset, &all, sizeof all, 0);
}

int broadsheet_guard_allow(int list, const char *path, enum broadsheet_guard_access access) {
  static const uint64_t allowed[] = {
      [broadsheet_guard_reads] = read_file | read_folder,
      [broadsheet_guard_looks_up] = read_file,
      [broadsheet_guard_writes] =
          read_file | read_folder | write_file | remove_file | make_file | cut,
      [broadsheet_guard_talks] = read_file | write_file | control_device,
  };
  const int place = open(path, O_PATH | O_CLOEXEC);
  if (place < 0) return -1;
  struct stat status;
  int result = fstat(place, &status);
  if (result == 0) {
    const uint64_t kind = S_ISDIR(status.st_mode) ? ~0ull : of_files;
    const struct beneath rule = {.access = allowed[access] & kind & known_access(), .folder = place};
    result = (int)syscall(add_rule, list, path_beneath, &rule, 0);
  }
  const int code = errno;
  close(place);
  errno = code;
  return result;
}

int broadsheet_guard_keep_to(int list) {
  int result = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (result == 0) result = (int)syscall(restrict_self, list, 0);
  const int code = errno;
  close(list);
  errno = code;
  return result;
}
#else
int broadsheet_guard_landlock(void) { return 0; }

int broadsheet_guard_list_files(void) {
  errno = ENOSYS;
  return -1;
}

int broadsheet_guard_allow(int list, const char *path, enum broadsheet_guard_access access) {
  (void)list, (void)path, (void)access;
  errno = ENOSYS;
  return -1;
}

int broadsheet_guard_keep_to(int list) {
  (void)list;
  errno = ENOSYS;
  return -1;
}
#endif
