#define _GNU_SOURCE
#include "CProcess.h"

#ifdef __linux__
#include <errno.h>
#include <sys/resource.h>

int cprocess_add_folder(posix_spawn_file_actions_t *actions, const char *folder) {
    return posix_spawn_file_actions_addchdir_np(actions, folder);
}

int cprocess_bound(pid_t process, int seconds) {
    struct rlimit time = {(rlim_t)seconds, (rlim_t)seconds}, core = {0, 0};
    if (prlimit(process, RLIMIT_CPU, &time, NULL) != 0) return errno;
    if (prlimit(process, RLIMIT_CORE, &core, NULL) != 0) return errno;
    return 0;
}
#endif
