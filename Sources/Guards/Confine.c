#define _GNU_SOURCE 1
#include "Guards.h"
#include <errno.h>
#include <signal.h>
#include <sys/resource.h>

#ifdef __linux__
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined __x86_64__
#define BROADSHEET_ARCH AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define BROADSHEET_ARCH AUDIT_ARCH_AARCH64
#endif

/* Calls of another architecture have other numbers, and those of x32 have bit 30 set: all of them
   are refused, as this program makes none. */
static int forbid_programs(void) {
#ifdef BROADSHEET_ARCH
  enum { refused = SECCOMP_RET_ERRNO | EPERM };
  struct sock_filter rules[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, BROADSHEET_ARCH, 0, 5),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 3, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_execve, 2, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_execveat, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
      BPF_STMT(BPF_RET | BPF_K, refused),
  };
  struct sock_fprog program = {.len = sizeof rules / sizeof *rules, .filter = rules};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
#else
  errno = ENOSYS;
  return -1;
#endif
}

static int keep_memory_private(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }
#else
static int forbid_programs(void) {
  errno = ENOSYS;
  return -1;
}

static int keep_memory_private(void) {
  errno = ENOSYS;
  return -1;
}
#endif

int broadsheet_guard_confine(void) {
  const struct rlimit none = {0, 0};
  if (signal(SIGTSTP, SIG_IGN) == SIG_ERR) return -1;
  if (setrlimit(RLIMIT_CORE, &none) != 0) return -1;
  if (keep_memory_private() != 0) return -1;
  return forbid_programs();
}
