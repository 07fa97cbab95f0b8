#define _GNU_SOURCE 1
#include "Guards.h"
#include <signal.h>
#include <sys/resource.h>

/* What the reader has open at once, with the threads and files of its libraries, several times over. */
enum { wanted = 256 };

long broadsheet_guard_limits(void) {
  struct rlimit files;
  signal(SIGXFSZ, SIG_IGN);
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return wanted;
  if (files.rlim_cur < wanted && files.rlim_cur < files.rlim_max) {
    files.rlim_cur = files.rlim_max < wanted ? files.rlim_max : wanted;
    setrlimit(RLIMIT_NOFILE, &files);
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) return wanted;
  }
  return files.rlim_cur < wanted ? (long)files.rlim_cur : wanted;
}
