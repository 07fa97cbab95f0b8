/* Swift's Glibc module is built without _GNU_SOURCE, so it hides what stands here.
   Each declaration is the C library's own (glibc 2.35 or later), repeated. */
#ifndef BROADSHEET_CPROCESS_H
#define BROADSHEET_CPROCESS_H
#include <spawn.h>
#include <stddef.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>

/* A child in a session of its own has no controlling terminal. */
enum { BROADSHEET_SPAWN_SETSID = 0x80 };
/* A child inherits no descriptor from here on. */
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
/* A child's process group becomes the terminal's foreground group before the program starts. */
int posix_spawn_file_actions_addtcsetpgrp_np(posix_spawn_file_actions_t *actions, int terminal);

/* A file in memory, as the standard input of a child. */
int memfd_create(const char *name, unsigned int flags);
enum { BROADSHEET_MEMFD_CLOEXEC = 1 };

/* Gives free memory back to the system, but for `pad` bytes; 1 where there was some (malloc.h). */
int malloc_trim(size_t pad);
#endif
