// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/confinement.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <initializer_list>
#include <seccomp.h>

namespace madoguchi::app::preview {

namespace {

bool limit(int resource, rlim_t value) {
  const rlimit both{value, value};
  return setrlimit(static_cast<__rlimit_resource>(resource), &both) == 0;
}

// Denied calls fail with EPERM; they do not kill, because libraries try harmless things that they can do
// without.
bool deny(scmp_filter_ctx filter, int call) {
  return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0) == 0;
}

bool denyWriting(scmp_filter_ctx filter, int call, unsigned flagsAt) {
  for (const unsigned long mode : {static_cast<unsigned long>(O_WRONLY), static_cast<unsigned long>(O_RDWR)})
    if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 1,
                         scmp_arg_cmp{flagsAt, SCMP_CMP_MASKED_EQ, O_ACCMODE, mode}) != 0)
      return false;
  return true;
}

bool filterCalls() {
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  if (filter == nullptr) return false;
  bool good = denyWriting(filter, SCMP_SYS(open), 1) && denyWriting(filter, SCMP_SYS(openat), 2);
  for (const int call : {SCMP_SYS(socket),
                         SCMP_SYS(socketpair),
                         SCMP_SYS(connect),
                         SCMP_SYS(bind),
                         SCMP_SYS(listen),
                         SCMP_SYS(execve),
                         SCMP_SYS(execveat),
                         SCMP_SYS(fork),
                         SCMP_SYS(vfork),
                         SCMP_SYS(ptrace),
                         SCMP_SYS(process_vm_readv),
                         SCMP_SYS(process_vm_writev),
                         SCMP_SYS(creat),
                         SCMP_SYS(openat2),
                         SCMP_SYS(unlink),
                         SCMP_SYS(unlinkat),
                         SCMP_SYS(rename),
                         SCMP_SYS(renameat),
                         SCMP_SYS(renameat2),
                         SCMP_SYS(mkdir),
                         SCMP_SYS(mkdirat),
                         SCMP_SYS(kill),
                         SCMP_SYS(mount),
                         SCMP_SYS(bpf)})
    good = good && deny(filter, call);
  good = good && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return good;
}

} // namespace

bool confineProcess() {
  constexpr rlim_t kMemory = rlim_t{2} * 1024 * 1024 * 1024;
  return limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_AS, kMemory) &&
         prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0 && filterCalls();
}

} // namespace madoguchi::app::preview
