// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/uithreadwatch.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>

#include <array>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
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

void note(const char* call, const char* what) {
  if (!watched || isLoadedOnce(what)) return;
  watched = false;
  noted->push_back(std::string(call) + ' ' + what);
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
Function next(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
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

std::vector<std::string> UiThreadWatch::calls() {
  const bool before = std::exchange(watched, false);
  std::vector<std::string> all = *noted;
  watched = before;
  return all;
}

} // namespace madoguchi::tests
