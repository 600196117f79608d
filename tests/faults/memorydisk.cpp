// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/memorydisk.h"

#include "tests/faults/diskfile.h"

#include <algorithm>
#include <cstring>
#include <sqlite3.h>

namespace madoguchi::tests::disk {

namespace {

struct Drive {
  std::map<std::string, std::shared_ptr<DiskFile>> files;
  std::int64_t accesses = 0;
  std::int64_t failsAt = 0; ///< 0: no fault is planned
  Fault fault;
  bool failed = false;
};

std::map<std::string, Drive>& drives() {
  static std::map<std::string, Drive> all;
  return all;
}

std::string folderOf(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

std::string nameOf(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

enum class Access { Look, Write };

/// Counts an access; true when it is to fail.
bool fails(Drive& drive, Access access) {
  ++drive.accesses;
  if (drive.failsAt == 0 || drive.accesses < drive.failsAt) return false;
  if (drive.fault.kind == Kind::Full && access == Access::Look) return false;
  if (drive.failed && !drive.fault.forGood) return false;
  drive.failed = true;
  return true;
}

/// SQLite gives the memory of this.
struct Handle {
  sqlite3_file base;
  DiskHandle* state;
  Drive* drive;
};

DiskHandle& of(sqlite3_file* file) {
  return *reinterpret_cast<Handle*>(file)->state;
}

Drive& driveOf(sqlite3_file* file) {
  return *reinterpret_cast<Handle*>(file)->drive;
}

int writeError(const Drive& drive, int code) {
  return drive.fault.kind == Kind::Full ? SQLITE_FULL : code;
}

int diskClose(sqlite3_file* file) {
  delete reinterpret_cast<Handle*>(file)->state;
  return SQLITE_OK;
}

int diskRead(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
  if (fails(driveOf(file), Access::Look) || of(file).file->dead) return SQLITE_IOERR_READ;
  const std::string& content = of(file).file->bytes;
  const auto from = static_cast<std::size_t>(at);
  const auto wanted = static_cast<std::size_t>(size);
  const std::size_t there = from >= content.size() ? 0 : std::min(wanted, content.size() - from);
  if (there > 0) std::memcpy(bytes, content.data() + from, there);
  if (there == wanted) return SQLITE_OK;
  std::memset(static_cast<char*>(bytes) + there, 0, wanted - there);
  return SQLITE_IOERR_SHORT_READ;
}

int diskWrite(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  if (of(file).file->dead) return SQLITE_IOERR_WRITE;
  const std::string_view text(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
  if (fails(driveOf(file), Access::Write)) {
    of(file).file->write(static_cast<std::size_t>(at), text.substr(0, text.size() / 2));
    return writeError(driveOf(file), SQLITE_IOERR_WRITE);
  }
  of(file).file->write(static_cast<std::size_t>(at), text);
  return SQLITE_OK;
}

int diskTruncate(sqlite3_file* file, sqlite3_int64 size) {
  if (fails(driveOf(file), Access::Write) || of(file).file->dead)
    return writeError(driveOf(file), SQLITE_IOERR_TRUNCATE);
  of(file).file->truncate(static_cast<std::size_t>(size));
  return SQLITE_OK;
}

int diskSync(sqlite3_file* file, int) {
  if (fails(driveOf(file), Access::Write) || of(file).file->dead)
    return writeError(driveOf(file), SQLITE_IOERR_FSYNC);
  of(file).file->unsynced.clear();
  return SQLITE_OK;
}

int diskFileSize(sqlite3_file* file, sqlite3_int64* size) {
  *size = static_cast<sqlite3_int64>(of(file).file->bytes.size());
  return of(file).file->dead ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}

int diskLock(sqlite3_file* file, int level) {
  return of(file).lock(level);
}

int diskUnlock(sqlite3_file* file, int level) {
  of(file).level = std::min(of(file).level, level);
  return SQLITE_OK;
}

int diskCheckReservedLock(sqlite3_file* file, int* result) {
  *result = of(file).othersHold(SQLITE_LOCK_RESERVED) ? 1 : 0;
  return SQLITE_OK;
}

int diskFileControl(sqlite3_file*, int, void*) {
  return SQLITE_NOTFOUND;
}

int diskSectorSize(sqlite3_file*) {
  return 512;
}

int diskDeviceCharacteristics(sqlite3_file*) {
  return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int diskShmMap(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
  *memory = nullptr;
  if (of(file).file->dead) return SQLITE_IOERR_SHMMAP;
  *memory = of(file).mapShared(static_cast<std::size_t>(region), static_cast<std::size_t>(size), extend != 0);
  return SQLITE_OK;
}

int diskShmLock(sqlite3_file* file, int offset, int count, int flags) {
  return of(file).lockShared(offset, count, flags);
}

void diskShmBarrier(sqlite3_file*) {}

int diskShmUnmap(sqlite3_file* file, int) {
  of(file).unmapShared();
  return SQLITE_OK;
}

int diskOpen(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* outFlags) {
  static const sqlite3_io_methods methods{2,
                                          diskClose,
                                          diskRead,
                                          diskWrite,
                                          diskTruncate,
                                          diskSync,
                                          diskFileSize,
                                          diskLock,
                                          diskUnlock,
                                          diskCheckReservedLock,
                                          diskFileControl,
                                          diskSectorSize,
                                          diskDeviceCharacteristics,
                                          diskShmMap,
                                          diskShmLock,
                                          diskShmBarrier,
                                          diskShmUnmap,
                                          nullptr,
                                          nullptr};
  file->pMethods = nullptr;
  const std::string whole = path == nullptr ? std::string() : path;
  Drive& drive = drives()[folderOf(whole)];
  if (path != nullptr && fails(drive, Access::Look)) return SQLITE_CANTOPEN;
  auto& found = drive.files[nameOf(whole)];
  std::shared_ptr<DiskFile> content = path == nullptr ? std::make_shared<DiskFile>() : found;
  if (!content) {
    if ((flags & SQLITE_OPEN_CREATE) == 0) {
      drive.files.erase(nameOf(whole));
      return SQLITE_CANTOPEN;
    }
    content = found = std::make_shared<DiskFile>();
  }
  auto* handle = reinterpret_cast<Handle*>(file);
  handle->state = new DiskHandle(std::move(content));
  handle->drive = &drive;
  file->pMethods = &methods;
  if (outFlags != nullptr) *outFlags = flags;
  return SQLITE_OK;
}

int diskDelete(sqlite3_vfs*, const char* path, int) {
  Drive& drive = drives()[folderOf(path)];
  if (fails(drive, Access::Look)) return SQLITE_IOERR_DELETE;
  return drive.files.erase(nameOf(path)) > 0 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
}

int diskAccess(sqlite3_vfs*, const char* path, int, int* result) {
  Drive& drive = drives()[folderOf(path)];
  *result = 0;
  if (fails(drive, Access::Look)) return SQLITE_IOERR_ACCESS;
  const auto found = drive.files.find(nameOf(path));
  // As the system's own does it: an empty file is none.
  *result = found != drive.files.end() && !found->second->bytes.empty() ? 1 : 0;
  return SQLITE_OK;
}

int diskFullPath(sqlite3_vfs*, const char* path, int size, char* out) {
  sqlite3_snprintf(size, out, "%s", path);
  return SQLITE_OK;
}

int diskRandomness(sqlite3_vfs*, int size, char* out) {
  static std::uint64_t state = 1;
  for (int i = 0; i < size; ++i) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    out[i] = static_cast<char>(state >> 56U);
  }
  return size;
}

int diskSleep(sqlite3_vfs*, int micros) {
  return micros; // in one thread nobody else would go on meanwhile
}

sqlite3_vfs& registered() {
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs copy = *sqlite3_vfs_find(nullptr); // clock and the rest of the system's
    copy.iVersion = 1;
    copy.szOsFile = static_cast<int>(sizeof(Handle));
    copy.zName = "madoguchi-memory-disk";
    copy.pNext = nullptr;
    copy.xOpen = diskOpen;
    copy.xDelete = diskDelete;
    copy.xAccess = diskAccess;
    copy.xFullPathname = diskFullPath;
    copy.xRandomness = diskRandomness;
    copy.xSleep = diskSleep;
    return copy;
  }();
  static const int done = sqlite3_vfs_register(&vfs, 0);
  static_cast<void>(done);
  return vfs;
}

/// Cuts everybody off; the content is given to files of their own.
void renew(Drive& drive, const Image& contents) {
  for (auto& [file, content] : drive.files)
    content->dead = true;
  drive.files.clear();
  for (const auto& [file, bytes] : contents) {
    auto fresh = std::make_shared<DiskFile>();
    fresh->bytes = bytes;
    drive.files.emplace(file, std::move(fresh));
  }
}

} // namespace

std::string name() {
  return registered().zName;
}

void becomeDefault() {
  sqlite3_vfs_register(&registered(), 1);
}

void arm(const std::string& folder, Fault fault) {
  Drive& drive = drives()[folder];
  drive.fault = fault;
  drive.failsAt = fault.nth == 0 ? 0 : drive.accesses + fault.nth;
  drive.failed = false;
}

void mend(const std::string& folder) {
  drives()[folder].failsAt = 0;
}

bool hasFailed(const std::string& folder) {
  return drives()[folder].failed;
}

std::int64_t accesses(const std::string& folder) {
  return drives()[folder].accesses;
}

void crash(const std::string& folder, Crash kind, std::mt19937_64& random) {
  Drive& drive = drives()[folder];
  Image left;
  for (auto& [file, content] : drive.files)
    left[file] = kind == Crash::Process ? content->bytes : content->afterPowerLoss(random);
  renew(drive, left);
}

Image image(const std::string& folder) {
  Image files;
  for (const auto& [file, content] : drives()[folder].files)
    files[file] = content->bytes;
  return files;
}

void place(const std::string& folder, const Image& image) {
  Drive& drive = drives()[folder];
  renew(drive, image);
  drive.accesses = 0;
  drive.failsAt = 0;
  drive.failed = false;
}

void flip(const std::string& folder, const std::string& file, std::uint64_t bit) {
  std::string& bytes = drives()[folder].files.at(file)->bytes;
  auto& byte = bytes.at(static_cast<std::size_t>(bit / 8));
  byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << (bit % 8)));
}

} // namespace madoguchi::tests::disk
