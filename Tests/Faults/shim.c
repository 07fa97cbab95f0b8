/* Stands between a program and the system, as LD_PRELOAD: a clock that is wrong, locks that are
   refused, as on some network disks, files that may not grow, as over a quota, and a write at which
   the program is killed or stopped, or that fails. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long clock_offset(void) {
  const char *seconds = getenv("FAULT_CLOCK");
  return seconds ? atol(seconds) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  static int (*next)(clockid_t, struct timespec *);
  if (!next) next = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  int status = next(clock, time);
  if (status == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
    time->tv_sec += clock_offset();
  return status;
}

time_t time(time_t *out) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (out) *out = now.tv_sec;
  return now.tv_sec;
}

int gettimeofday(struct timeval *restrict out, void *restrict zone) {
  struct timespec now;
  (void)zone;
  clock_gettime(CLOCK_REALTIME, &now);
  out->tv_sec = now.tv_sec;
  out->tv_usec = now.tv_nsec / 1000;
  return 0;
}

static int lock_or_pass(const char *name, int file, int command, void *argument) {
  if (getenv("FAULT_LOCKS") && (command == F_SETLK || command == F_SETLKW)) {
    errno = ENOLCK;
    return -1;
  }
  int (*next)(int, int, ...) = (int (*)(int, int, ...))dlsym(RTLD_NEXT, name);
  return next(file, command, argument);
}

int fcntl(int file, int command, ...) {
  va_list arguments;
  va_start(arguments, command);
  void *argument = va_arg(arguments, void *);
  va_end(arguments);
  return lock_or_pass("fcntl", file, command, argument);
}

int fcntl64(int file, int command, ...) {
  va_list arguments;
  va_start(arguments, command);
  void *argument = va_arg(arguments, void *);
  va_end(arguments);
  return lock_or_pass("fcntl64", file, command, argument);
}

int flock(int file, int operation) {
  if (getenv("FAULT_LOCKS")) {
    errno = ENOLCK;
    return -1;
  }
  int (*next)(int, int) = (int (*)(int, int))dlsym(RTLD_NEXT, "flock");
  return next(file, operation);
}

/* A quota is reached while there is a file at the path. */
static int is_over_quota(void) {
  const char *path = getenv("FAULT_QUOTA");
  return path && access(path, F_OK) == 0;
}

/* FAULT_STOP is kill:N, halt:N, fail:N or full:N: the program is killed, or stopped until it is told
   to go on, before the Nth call that changes a disk, that call fails, or from then on nothing more
   can be written. FAULT_COUNT names a file that
   gets the number of calls at the end. */

enum call { WRITES, CHANGES };

static int calls;

static int fails(enum call call) {
  const char *stop = getenv("FAULT_STOP");
  int number = ++calls;
  if (!stop) return 0;
  int last = atoi(strchr(stop, ':') + 1);
  int is_full = strncmp(stop, "full", 4) == 0;
  if (number < last || (!is_full && number > last) || (is_full && call != WRITES)) return 0;
  if (strncmp(stop, "kill", 4) == 0) kill(getpid(), SIGKILL);
  if (strncmp(stop, "halt", 4) == 0) return kill(getpid(), SIGSTOP);
  errno = is_full ? ENOSPC : EIO;
  return 1;
}

__attribute__((destructor)) static void tell_calls(void) {
  const char *path = getenv("FAULT_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "%d", calls);
  fclose(file);
}

#define NEXT(name, type) ((type)dlsym(RTLD_NEXT, name))

/* What is said is no change of a disk. */
static int is_said(int file) { return file <= STDERR_FILENO; }

ssize_t write(int file, const void *bytes, size_t count) {
  if (!is_said(file) && fails(WRITES)) return -1;
  return NEXT("write", ssize_t (*)(int, const void *, size_t))(file, bytes, count);
}

static int is_refused(void) {
  if (!is_over_quota()) return fails(WRITES);
  errno = EDQUOT;
  return 1;
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t place) {
  if (is_refused()) return -1;
  return NEXT("pwrite", ssize_t (*)(int, const void *, size_t, off_t))(file, bytes, count, place);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t place) {
  if (is_refused()) return -1;
  return NEXT("pwrite64", ssize_t (*)(int, const void *, size_t, off64_t))(file, bytes, count, place);
}

static int opened(const char *name, const char *path, int flags, int mode) {
  int is_new = (flags & O_CREAT) && access(path, F_OK) != 0;
  if (is_new && fails(WRITES)) return -1;
  return NEXT(name, int (*)(const char *, int, ...))(path, flags, mode);
}

#define OPEN(name)                                \
  int name(const char *path, int flags, ...) {    \
    va_list arguments;                            \
    va_start(arguments, flags);                   \
    int mode = va_arg(arguments, int);            \
    va_end(arguments);                            \
    return opened(#name, path, flags, mode);      \
  }

OPEN(open)
OPEN(open64)

#define OF_FILE(name)                                                           \
  int name(int file) {                                                          \
    return fails(CHANGES) ? -1 : NEXT(#name, int (*)(int))(file);               \
  }
#define OF_LENGTH(name, length)                                                 \
  int name(int file, length size) {                                             \
    return fails(CHANGES) ? -1 : NEXT(#name, int (*)(int, length))(file, size); \
  }
#define OF_PATHS(name)                                                          \
  int name(const char *from, const char *to) {                                  \
    if (fails(CHANGES)) return -1;                                              \
    return NEXT(#name, int (*)(const char *, const char *))(from, to);          \
  }

OF_FILE(fsync)
OF_FILE(fdatasync)
OF_LENGTH(ftruncate, off_t)
OF_LENGTH(ftruncate64, off64_t)
OF_PATHS(rename)
OF_PATHS(link)

int unlink(const char *path) {
  return fails(CHANGES) ? -1 : NEXT("unlink", int (*)(const char *))(path);
}
