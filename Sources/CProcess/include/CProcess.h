// What glibc has for starting programs, and hides from Swift since no standard has it.
#ifndef LATHU_CPROCESS_H
#define LATHU_CPROCESS_H

#ifdef __linux__
#include <spawn.h>
#include <sys/types.h>

// Starts the program in a folder. Returns an error number, or 0.
int cprocess_add_folder(posix_spawn_file_actions_t *actions, const char *folder);

// Bounds the time of the processor that a running process may take, and has it leave no core.
// Returns an error number, or 0.
int cprocess_bound(pid_t process, int seconds);
#endif

#endif
