// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/uithreadwatch.h"

#include <linux/futex.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>

#include <array>
#include <chrono>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <cxxabi.h>
#include <dlfcn.h>
#include <execinfo.h>
#include <fcntl.h>
#include <memory>
#include <pthread.h>
#include <unistd.h>
#include <utility>

namespace {

thread_local bool watched = false;
std::vector<std::string>* noted = nullptr; // of the watched thread alone

bool isLoadedOnce(const char* path) {
  static const std::array<const char*, 9> places{
      "/usr/share/fonts",    "/etc/fonts",     "/var/cache/fontconfig", "/usr/lib", "/usr/share/fontconfig",
      "/usr/share/zoneinfo", "/etc/localtime", "/usr/share/qt6",        "/proc/"};
  for (const char* place : places)
    if (std::strncmp(path, place, std::strlen(place)) == 0) return true;
  return std::strstr(path, "/.cache/fontconfig") != nullptr || std::strstr(path, "/.fonts") != nullptr;
}

/// The functions that led here, a line each, the innermost first: what happens once in a hundred runs has to
/// say where when it happens.
std::string wayHere() {
  std::array<void*, 40> frames{};
  const int count = backtrace(frames.data(), static_cast<int>(frames.size()));
  std::string way;
  constexpr int kOfTheWatch = 3;
  for (int frame = kOfTheWatch; frame < count; ++frame) {
    Dl_info place{};
    if (dladdr(frames.at(static_cast<std::size_t>(frame)), &place) == 0 || place.dli_sname == nullptr)
      continue;
    const std::unique_ptr<char, decltype(&std::free)> name(
        abi::__cxa_demangle(place.dli_sname, nullptr, nullptr, nullptr), &std::free);
    way += std::string("\n    ") + (name ? name.get() : place.dli_sname);
  }
  return way;
}

void note(const char* call, const char* what) {
  if (!watched || isLoadedOnce(what)) return;
  watched = false;
  noted->push_back(std::string(call) + ' ' + what + wayHere());
  watched = true;
}

void noteDescriptor(const char* call, int descriptor) {
  if (!watched) return;
  struct stat status {};
  if (fstat(descriptor, &status) != 0) return;
  if (S_ISSOCK(status.st_mode)) return note(call, "a socket");
  if (!S_ISREG(status.st_mode)) return;
  std::array<char, 512> path{};
  const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
  const ssize_t length = readlink(link.c_str(), path.data(), path.size() - 1);
  note(call, length > 0 ? path.data() : "a file");
}

template <class Function>
Function next(const char* name, const char* version = nullptr) {
  return reinterpret_cast<Function>(version == nullptr ? dlsym(RTLD_NEXT, name)
                                                       : dlvsym(RTLD_NEXT, name, version));
}

mode_t modeOf(int flags, va_list arguments) {
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;
}

} // namespace

// The names are the C library's.
extern "C" {

#define MADOGUCHI_OPEN(name)                                                                                 \
  int name(const char* path, int flags, ...) {                                                               \
    static const auto real = next<int (*)(const char*, int, ...)>(#name);                                    \
    va_list arguments;                                                                                       \
    va_start(arguments, flags);                                                                              \
    const mode_t mode = modeOf(flags, arguments);                                                            \
    va_end(arguments);                                                                                       \
    note(#name, path);                                                                                       \
    return real(path, flags, mode);                                                                          \
  }
MADOGUCHI_OPEN(open)
MADOGUCHI_OPEN(open64)

#define MADOGUCHI_OPENAT(name)                                                                               \
  int name(int folder, const char* path, int flags, ...) {                                                   \
    static const auto real = next<int (*)(int, const char*, int, ...)>(#name);                               \
    va_list arguments;                                                                                       \
    va_start(arguments, flags);                                                                              \
    const mode_t mode = modeOf(flags, arguments);                                                            \
    va_end(arguments);                                                                                       \
    note(#name, path);                                                                                       \
    return real(folder, path, flags, mode);                                                                  \
  }
MADOGUCHI_OPENAT(openat)
MADOGUCHI_OPENAT(openat64)

#define MADOGUCHI_FOPEN(name)                                                                                \
  FILE* name(const char* path, const char* mode) {                                                           \
    static const auto real = next<FILE* (*)(const char*, const char*)>(#name);                               \
    note(#name, path);                                                                                       \
    return real(path, mode);                                                                                 \
  }
MADOGUCHI_FOPEN(fopen)
MADOGUCHI_FOPEN(fopen64)

#define MADOGUCHI_DESCRIPTOR(result, name, parameters, values)                                               \
  result name parameters {                                                                                   \
    static const auto real = next<result(*) parameters>(#name);                                              \
    noteDescriptor(#name, descriptor);                                                                       \
    return real values;                                                                                      \
  }
MADOGUCHI_DESCRIPTOR(ssize_t, read, (int descriptor, void* data, size_t size), (descriptor, data, size))
MADOGUCHI_DESCRIPTOR(ssize_t, write, (int descriptor, const void* data, size_t size),
                     (descriptor, data, size))
MADOGUCHI_DESCRIPTOR(ssize_t, pread64, (int descriptor, void* data, size_t size, off64_t at),
                     (descriptor, data, size, at))
MADOGUCHI_DESCRIPTOR(ssize_t, pwrite64, (int descriptor, const void* data, size_t size, off64_t at),
                     (descriptor, data, size, at))
MADOGUCHI_DESCRIPTOR(ssize_t, writev, (int descriptor, const iovec* data, int count),
                     (descriptor, data, count))
MADOGUCHI_DESCRIPTOR(int, fsync, (int descriptor), (descriptor))
MADOGUCHI_DESCRIPTOR(int, fdatasync, (int descriptor), (descriptor))
MADOGUCHI_DESCRIPTOR(int, connect, (int descriptor, const sockaddr* address, socklen_t length),
                     (descriptor, address, length))
MADOGUCHI_DESCRIPTOR(ssize_t, send, (int descriptor, const void* data, size_t size, int flags),
                     (descriptor, data, size, flags))
MADOGUCHI_DESCRIPTOR(ssize_t, sendmsg, (int descriptor, const msghdr* message, int flags),
                     (descriptor, message, flags))
MADOGUCHI_DESCRIPTOR(ssize_t, recv, (int descriptor, void* data, size_t size, int flags),
                     (descriptor, data, size, flags))
MADOGUCHI_DESCRIPTOR(ssize_t, recvmsg, (int descriptor, msghdr* message, int flags),
                     (descriptor, message, flags))

#define MADOGUCHI_PATH(name, parameters, values)                                                             \
  int name parameters {                                                                                      \
    static const auto real = next<int(*) parameters>(#name);                                                 \
    note(#name, path);                                                                                       \
    return real values;                                                                                      \
  }
MADOGUCHI_PATH(access, (const char* path, int mode), (path, mode))
MADOGUCHI_PATH(faccessat, (int folder, const char* path, int mode, int flags), (folder, path, mode, flags))
MADOGUCHI_PATH(stat, (const char* path, struct stat* status), (path, status))
MADOGUCHI_PATH(stat64, (const char* path, struct stat64* status), (path, status))
MADOGUCHI_PATH(lstat, (const char* path, struct stat* status), (path, status))
MADOGUCHI_PATH(lstat64, (const char* path, struct stat64* status), (path, status))
MADOGUCHI_PATH(rename, (const char* path, const char* to), (path, to))
MADOGUCHI_PATH(unlink, (const char* path), (path))
MADOGUCHI_PATH(mkdir, (const char* path, mode_t mode), (path, mode))
MADOGUCHI_PATH(rmdir, (const char* path), (path))

int statx(int folder, const char* path, int flags, unsigned mask, struct statx* status) {
  static const auto real = next<int (*)(int, const char*, int, unsigned, struct statx*)>("statx");
  // Of an open descriptor it asks what is known.
  if (*path != 0) note("statx", path);
  return real(folder, path, flags, mask, status);
}

// To wait for another thread: until it says something, or ends.

// The C library has an older one of each name.
constexpr const char* kCondition = "GLIBC_2.3.2";

int pthread_cond_wait(pthread_cond_t* condition, pthread_mutex_t* mutex) {
  static const auto real = next<int (*)(pthread_cond_t*, pthread_mutex_t*)>("pthread_cond_wait", kCondition);
  note("pthread_cond_wait", "another thread");
  return real(condition, mutex);
}

int pthread_cond_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex, const timespec* until) {
  static const auto real =
      next<int (*)(pthread_cond_t*, pthread_mutex_t*, const timespec*)>("pthread_cond_timedwait", kCondition);
  note("pthread_cond_timedwait", "another thread");
  return real(condition, mutex, until);
}

int pthread_join(pthread_t thread, void** result) {
  static const auto real = next<int (*)(pthread_t, void**)>("pthread_join");
  note("pthread_join", "another thread");
  return real(thread, result);
}

/// What the mutexes of Qt, its semaphores and the futures of the C++ library wait by. Two threads may meet at
/// a queue for microseconds; a wait that a user could feel is one too many.
long syscall(long number, ...) noexcept {
  static const auto real = next<long (*)(long, ...)>("syscall");
  constexpr long kWaits[] = {FUTEX_WAIT, FUTEX_WAIT_BITSET};
  constexpr std::chrono::milliseconds kFelt{50};
  std::array<long, 6> values{};
  va_list arguments;
  va_start(arguments, number);
  for (long& value : values)
    value = va_arg(arguments, long);
  va_end(arguments);
  const long operation = values[1] & FUTEX_CMD_MASK;
  const bool waits = number == SYS_futex && (operation == kWaits[0] || operation == kWaits[1]);
  const auto began = std::chrono::steady_clock::now();
  const long result = real(number, values[0], values[1], values[2], values[3], values[4], values[5]);
  if (waits && std::chrono::steady_clock::now() - began >= kFelt) note("futex", "another thread");
  return result;
}

} // extern "C"

namespace madoguchi::tests {

UiThreadWatch::UiThreadWatch() {
  static std::vector<std::string> kept;
  kept.clear();
  noted = &kept;
  watched = true;
}

UiThreadWatch::~UiThreadWatch() {
  watched = false;
}

UiThreadWatch::Aside::Aside() : m_before(std::exchange(watched, false)) {}

UiThreadWatch::Aside::~Aside() {
  watched = m_before;
}

std::vector<std::string> UiThreadWatch::calls() {
  const Aside aside;
  return *noted;
}

} // namespace madoguchi::tests
