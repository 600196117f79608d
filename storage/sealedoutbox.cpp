// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sealedoutbox.h"

#include "core/base/hash.h"
#include "core/sync/sealed.h"
#include "storage/database.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

namespace madoguchi::storage {

namespace {

constexpr const char* kSuffix = ".sealed";

std::string draftName(const std::string& key) {
  return "draft-" + core::sha256Hex(key).substr(0, 32) + kSuffix;
}

[[noreturn]] void raise(const char* what) {
  const bool full = errno == ENOSPC || errno == EDQUOT;
  fail(full ? core::ErrorCode::StorageFull : core::ErrorCode::StorageFailed,
       std::string("sealed file: ") + what + ": " + std::strerror(errno));
}

class Descriptor {
public:
  Descriptor(const std::filesystem::path& path, int flags)
      : m_number(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
    if (m_number < 0) raise("open");
  }
  ~Descriptor() { ::close(m_number); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t written = ::write(m_number, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) raise("write");
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void toDisk() const {
    if (::fsync(m_number) != 0) raise("fsync");
  }

private:
  int m_number;
};

} // namespace

std::string sealedName(std::int64_t deviceSeq) {
  constexpr std::size_t kDigits = 16;
  std::string number = std::to_string(deviceSeq);
  number.insert(0, kDigits - std::min(kDigits, number.size()), '0');
  return number + kSuffix;
}

void SealedOutbox::configure(const Sealing& sealing) {
  m_sealing = sealing;
  if (isActive()) std::filesystem::create_directories(m_folder);
}

std::string SealedOutbox::boxOf(std::string payload, std::int64_t deviceSeq, const std::string& draftKey,
                                const std::string& draft) const {
  core::Sealed sealed{m_sealing.user, m_sealing.device, deviceSeq, std::move(payload), draftKey, draft, {}};
  sealed.proof = core::proofOf(sealed, m_sealing.sealKey);
  const std::string text = core::encode(sealed);
  std::array<unsigned char, crypto_box_PUBLICKEYBYTES> key{};
  std::size_t length = 0;
  if (sodium_hex2bin(key.data(), key.size(), m_sealing.recoveryKey.data(), m_sealing.recoveryKey.size(),
                     nullptr, &length, nullptr) != 0 ||
      length != key.size())
    fail(core::ErrorCode::StorageCorrupt, "the recovery key cannot be read");
  std::string box(text.size() + crypto_box_SEALBYTES, '\0');
  if (crypto_box_seal(reinterpret_cast<unsigned char*>(box.data()),
                      reinterpret_cast<const unsigned char*>(text.data()), text.size(), key.data()) != 0)
    fail(core::ErrorCode::StorageCorrupt, "the recovery key cannot be used");
  return box;
}

void SealedOutbox::addCommand(std::int64_t deviceSeq, const std::string& payload) {
  if (isActive()) m_staged[sealedName(deviceSeq)] = boxOf(payload, deviceSeq, {}, {});
}

void SealedOutbox::dropCommand(std::int64_t deviceSeq) {
  if (!isActive()) return;
  m_staged.erase(sealedName(deviceSeq));
  m_dropped.insert(sealedName(deviceSeq));
}

void SealedOutbox::putDraft(const std::string& key, const std::string& text) {
  if (!isActive()) return;
  m_dropped.erase(draftName(key));
  m_staged.erase(draftName(key));
  if (text.empty())
    m_dropped.insert(draftName(key));
  else
    m_staged[draftName(key)] = boxOf({}, 0, key, text);
}

void SealedOutbox::writeAll() {
  if (m_staged.empty()) return;
  for (const auto& [name, bytes] : m_staged) {
    const auto part = m_folder / (name + ".part");
    const Descriptor file(part, O_WRONLY | O_CREAT | O_TRUNC);
    file.write(bytes);
    file.toDisk();
    std::filesystem::rename(part, m_folder / name);
    m_written.insert(name);
  }
  m_staged.clear();
  Descriptor(m_folder, O_RDONLY | O_DIRECTORY).toDisk();
}

void SealedOutbox::committed() {
  m_written.clear();
  std::error_code error;
  // One that cannot be removed now is swept when the cache is opened next.
  for (const auto& name : m_dropped)
    std::filesystem::remove(m_folder / name, error);
  m_dropped.clear();
}

void SealedOutbox::rolledBack() {
  m_staged.clear();
  m_dropped.clear();
  std::error_code error;
  // A draft's file has replaced the one before it: the newer text may stay.
  for (const auto& name : m_written)
    if (name.rfind("draft-", 0) != 0) std::filesystem::remove(m_folder / name, error);
  m_written.clear();
}

std::set<std::int64_t> SealedOutbox::sweep(const std::set<std::int64_t>& commands,
                                           const std::set<std::string>& drafts) {
  std::set<std::int64_t> missing;
  if (!isActive()) return missing;
  std::set<std::string> wanted;
  for (const auto& key : drafts)
    wanted.insert(draftName(key));
  for (const std::int64_t deviceSeq : commands) {
    wanted.insert(sealedName(deviceSeq));
    if (!std::filesystem::exists(m_folder / sealedName(deviceSeq))) missing.insert(deviceSeq);
  }
  for (const auto& file : std::filesystem::directory_iterator(m_folder))
    if (wanted.count(file.path().filename().string()) == 0) std::filesystem::remove(file.path());
  return missing;
}

} // namespace madoguchi::storage
