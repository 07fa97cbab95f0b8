#define _GNU_SOURCE 1 /* strict C11 hides POSIX */
#include "Guards.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

/* Faults, and then the signals that end the program by default, which the reader does not answer. */
static const int signals[] = {
    SIGILL,  SIGTRAP, SIGSEGV,   SIGBUS,  SIGABRT, SIGFPE, SIGSYS, SIGXCPU,
    SIGUSR1, SIGUSR2, SIGALRM,   SIGPROF, SIGVTALRM,
#ifdef __linux__
    SIGIO,   SIGPWR,  SIGSTKFLT,
#endif
};
enum { faults = 6, named = sizeof signals / sizeof *signals, most = 128 };

static struct sigaction before[most];
static atomic_int armed; /* cleared by the first thread that crashes */
static int installed;
static int tty = -1, errors_to = -1, errors_from = -1;
static struct termios found;
static char bytes[256];
static size_t length;

/* How many are caught, those of the real time (signal(7)) behind those that have names. */
static int count(void) {
#ifdef __linux__
  int all = named + SIGRTMAX - SIGRTMIN + 1;
  return all < most ? all : most;
#else
  return named;
#endif
}

static int number(int i) {
#ifdef __linux__
  if (i >= named) return SIGRTMIN + i - named;
#endif
  return signals[i];
}

/* A stalled terminal is given a second, not forever. */
static void send_all(int to, const char *from, size_t left) {
  while (left > 0) {
    ssize_t written = write(to, from, left);
    if (written > 0) {
      from += written;
      left -= (size_t)written;
    } else if (errno == EAGAIN) {
      struct pollfd wait = {.fd = to, .events = POLLOUT};
      if (poll(&wait, 1, 1000) <= 0) return;
    } else if (errno != EINTR) {
      return;
    }
  }
}

/* What a terminal could obey, and all that would have to be decoded to know: a crash has no time. */
static void clean(char *text, size_t count) {
  for (size_t i = 0; i < count; i++)
    if ((text[i] < ' ' || text[i] > '~') && text[i] != '\n' && text[i] != '\t') text[i] = '?';
}

static void copy_errors(void) {
  char buffer[1024];
  off_t at = 0;
  ssize_t got;
  if (errors_to < 0 || errors_from < 0) return;
  while ((got = pread(errors_from, buffer, sizeof buffer, at)) > 0) {
    clean(buffer, (size_t)got);
    send_all(errors_to, buffer, (size_t)got);
    at += got;
  }
}

/* Only what is async-signal-safe (signal-safety(7)). */
static void crashed(int signal) {
  if (atomic_exchange(&armed, 0)) {
    tcflush(tty, TCOFLUSH);
    send_all(tty, bytes, length);
    tcsetattr(tty, TCSANOW, &found);
    copy_errors();
  }
  for (int i = 0; i < count(); i++) sigaction(number(i), &before[i], NULL);
  raise(signal);
}

static void install(void) {
  static char stack[64 * 1024];
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = crashed;
  action.sa_flags = SA_ONSTACK | SA_NODEFER;
  sigaltstack(&alternate, NULL); /* a stack overflow leaves no other */
  for (int i = 0; i < count(); i++) {
    sigaction(number(i), NULL, &before[i]);
    if (i >= faults && before[i].sa_handler == SIG_IGN) continue;
    sigaction(number(i), &action, NULL);
  }
  installed = 1;
}

void broadsheet_guard_arm(int terminal, const struct termios *modes, const void *restore,
                          size_t size, int errors, int log) {
  atomic_store(&armed, 0);
  tty = terminal;
  found = *modes;
  length = size < sizeof bytes ? size : sizeof bytes;
  memcpy(bytes, restore, length);
  errors_to = errors;
  errors_from = log;
  if (!installed) install();
  atomic_store(&armed, 1);
}

void broadsheet_guard_disarm(void) { atomic_store(&armed, 0); }
