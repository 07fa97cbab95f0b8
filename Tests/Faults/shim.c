/* Stands between a program and the system, as LD_PRELOAD: a clock that is wrong, locks that are
   refused, as on some network disks, and files that may not grow, as over a quota. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
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

ssize_t pwrite64(int file, const void *data, size_t count, off64_t offset) {
  if (is_over_quota()) {
    errno = EDQUOT;
    return -1;
  }
  static ssize_t (*next)(int, const void *, size_t, off64_t);
  if (!next) next = (ssize_t (*)(int, const void *, size_t, off64_t))dlsym(RTLD_NEXT, "pwrite64");
  return next(file, data, count, offset);
}

ssize_t pwrite(int file, const void *data, size_t count, off_t offset) {
  return pwrite64(file, data, count, offset);
}
