// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/storage/faultvfs.h"

#include <sqlite3.h>

namespace madoguchi::tests {

namespace {

struct Plan {
  int left = 0; ///< operations until the fault; 0: none is planned
  bool forGood = false;
  bool failed = false;
  int code = SQLITE_IOERR_WRITE;
};

Plan& plan() {
  static Plan one;
  return one;
}

/// SQLITE_OK, or the planned error.
int next() {
  Plan& now = plan();
  if (now.failed && now.forGood) return now.code;
  if (now.left == 0 || --now.left > 0) return SQLITE_OK;
  now.failed = true;
  return now.code;
}

/// SQLite gives the memory: this head, and behind it the system's own file.
struct FaultFile {
  sqlite3_file base;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

FaultFile& of(sqlite3_file* file) {
  return *reinterpret_cast<FaultFile*>(file);
}

sqlite3_vfs& system() {
  return *sqlite3_vfs_find(nullptr);
}

int faultWrite(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  if (const int error = next(); error != SQLITE_OK) return error;
  return of(file).real()->pMethods->xWrite(of(file).real(), bytes, size, at);
}

int faultTruncate(sqlite3_file* file, sqlite3_int64 size) {
  if (next() != SQLITE_OK) return SQLITE_IOERR_TRUNCATE;
  return of(file).real()->pMethods->xTruncate(of(file).real(), size);
}

int faultSync(sqlite3_file* file, int flags) {
  if (next() != SQLITE_OK) return SQLITE_IOERR_FSYNC;
  return of(file).real()->pMethods->xSync(of(file).real(), flags);
}

// The rest passes through.
#define PASS(name, ...) of(file).real()->pMethods->name(of(file).real() __VA_OPT__(, ) __VA_ARGS__)
int passClose(sqlite3_file* file) {
  return PASS(xClose);
}
int passRead(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
  return PASS(xRead, bytes, size, at);
}
int passFileSize(sqlite3_file* file, sqlite3_int64* size) {
  return PASS(xFileSize, size);
}
int passLock(sqlite3_file* file, int level) {
  return PASS(xLock, level);
}
int passUnlock(sqlite3_file* file, int level) {
  return PASS(xUnlock, level);
}
int passCheckReservedLock(sqlite3_file* file, int* result) {
  return PASS(xCheckReservedLock, result);
}
int passFileControl(sqlite3_file* file, int operation, void* argument) {
  return PASS(xFileControl, operation, argument);
}
int passSectorSize(sqlite3_file* file) {
  return PASS(xSectorSize);
}
int passDeviceCharacteristics(sqlite3_file* file) {
  return PASS(xDeviceCharacteristics);
}
int passShmMap(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
  return PASS(xShmMap, page, size, extend, memory);
}
int passShmLock(sqlite3_file* file, int offset, int count, int flags) {
  return PASS(xShmLock, offset, count, flags);
}
void passShmBarrier(sqlite3_file* file) {
  PASS(xShmBarrier);
}
int passShmUnmap(sqlite3_file* file, int remove) {
  return PASS(xShmUnmap, remove);
}
#undef PASS

int faultOpen(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* outFlags) {
  static const sqlite3_io_methods methods{2,
                                          passClose,
                                          passRead,
                                          faultWrite,
                                          faultTruncate,
                                          faultSync,
                                          passFileSize,
                                          passLock,
                                          passUnlock,
                                          passCheckReservedLock,
                                          passFileControl,
                                          passSectorSize,
                                          passDeviceCharacteristics,
                                          passShmMap,
                                          passShmLock,
                                          passShmBarrier,
                                          passShmUnmap,
                                          nullptr,
                                          nullptr};
  file->pMethods = nullptr;
  if (next() != SQLITE_OK) return SQLITE_CANTOPEN;
  const int opened = system().xOpen(&system(), path, of(file).real(), flags, outFlags);
  if (of(file).real()->pMethods != nullptr) file->pMethods = &methods;
  return opened;
}

sqlite3_vfs& registered() {
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs copy = system();
    copy.szOsFile = static_cast<int>(sizeof(FaultFile)) + system().szOsFile;
    copy.zName = "madoguchi-fault";
    copy.pNext = nullptr;
    copy.xOpen = faultOpen;
    return copy;
  }();
  static const int done = sqlite3_vfs_register(&vfs, 0);
  static_cast<void>(done);
  return vfs;
}

} // namespace

std::string FaultVfs::name() {
  return registered().zName;
}

void FaultVfs::arm(int nth, Kind kind, bool forGood) {
  plan() = {nth, forGood, false, kind == Kind::DiskFull ? SQLITE_FULL : SQLITE_IOERR_WRITE};
}

void FaultVfs::disarm() {
  plan().left = 0;
  plan().forGood = false;
}

bool FaultVfs::hasFailed() {
  return plan().failed;
}

} // namespace madoguchi::tests
