// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/blobstore.h"

#include "core/base/hash.h"
#include "storage/durable.h"
#include "storage/settings.h"

#include <algorithm>
#include <fcntl.h>
#include <set>
#include <sodium.h>
#include <unistd.h>

namespace madoguchi::storage {

namespace {

using core::ErrorCode;

BlobStore::Entry entryOf(const Use& row) {
  return {core::BlobId(row.text(0)), core::CaseId(row.text(1)), row.integer(2)};
}

} // namespace

BlobStore::BlobStore(Database& database, std::filesystem::path folder)
    : m_database(database), m_folder(std::move(folder)) {
  std::filesystem::create_directories(m_folder);
  const std::string known = settingOf(m_database, kBlobKeySetting);
  std::size_t length = 0;
  if (!known.empty()) {
    if (sodium_hex2bin(m_key.data(), m_key.size(), known.data(), known.size(), nullptr, &length, nullptr) !=
            0 ||
        length != m_key.size())
      fail(ErrorCode::StorageCorrupt, "the key of the documents cannot be read");
    return;
  }
  randombytes_buf(m_key.data(), m_key.size());
  Transaction transaction(m_database, Durability::Full);
  setSetting(m_database, kBlobKeySetting, core::toHex(m_key));
  transaction.commit();
}

std::string BlobStore::fileNameOf(const core::BlobId& id) const {
  std::array<std::uint8_t, 16> name{};
  crypto_generichash(name.data(), name.size(), reinterpret_cast<const unsigned char*>(id.value.data()),
                     id.value.size(), m_key.data(), m_key.size());
  return core::toHex(name);
}

void BlobStore::mustExist(const core::BlobId& id) {
  if (m_database.number("SELECT EXISTS (SELECT 1 FROM blobs WHERE id = ?)", id.value) == 0)
    fail(ErrorCode::NotFound, "no such document here");
}

core::Result<BlobStore::Entry> BlobStore::put(const Source& content, const core::CaseId& caseId,
                                              const core::BlobId& expected) {
  return guarded([&] {
    const auto part = m_folder / "incoming.part";
    const auto sealed = sealFile(part, m_key, content);
    Entry entry{core::BlobId(sealed.sha256), caseId, sealed.size};
    if (!expected.empty() && expected != entry.id) {
      std::filesystem::remove(part);
      fail(ErrorCode::Malformed, "a document is not what its name says");
    }
    const std::string file = fileNameOf(entry.id);
    std::filesystem::rename(part, m_folder / file);
    folderToDisk(m_folder);
    Transaction transaction(m_database, Durability::Full);
    m_database.run("INSERT INTO blobs(id, case_id, file, size) VALUES (?, ?, ?, ?) ON CONFLICT(id) DO UPDATE"
                   " SET case_id = CASE WHEN case_id = '' THEN excluded.case_id ELSE case_id END",
                   entry.id.value, caseId.value, file, entry.size);
    if (!expected.empty())
      m_database.run("UPDATE blobs SET used = (SELECT max(used) + 1 FROM blobs) WHERE id = ?",
                     entry.id.value);
    transaction.commit();
    return entry;
  });
}

core::Result<BlobStore::Entry> BlobStore::put(std::string_view content, const core::CaseId& caseId) {
  bool given = false;
  return put([&] { return std::exchange(given, true) ? std::string() : std::string(content); }, caseId);
}

core::Result<void> BlobStore::read(const core::BlobId& id, const Sink& sink) {
  return guarded([&] {
    mustExist(id);
    touch(id);
    SealedReader reader(m_folder / fileNameOf(id), m_key);
    for (std::string_view piece = reader.next(); !piece.empty(); piece = reader.next())
      if (!sink(piece)) fail(ErrorCode::Cancelled, "reading a document was stopped");
  });
}

void BlobStore::touch(const core::BlobId& id) {
  Transaction transaction(m_database, Durability::Normal);
  m_database.run("UPDATE blobs SET used = (SELECT max(used) + 1 FROM blobs)"
                 " WHERE id = ? AND (used > 0 OR case_id <> '')",
                 id.value);
  transaction.commit();
}

core::Result<std::int64_t> BlobStore::evict(std::int64_t limit, const std::set<core::BlobId>& spared) {
  return guarded([&] {
    std::int64_t over = m_database.number("SELECT coalesce(sum(size), 0) FROM blobs") - limit;
    std::int64_t gone = 0;
    std::vector<std::string> doomed;
    if (over <= 0) return gone;
    {
      // Last what goes out again if the server is put back: it may be nowhere else then.
      Use rows = m_database.use("SELECT id, size FROM blobs WHERE (used > 0 OR case_id <> '')"
                                " AND id NOT IN (SELECT blob FROM outbox)"
                                " AND id NOT IN (SELECT blob FROM kept_documents)"
                                " ORDER BY id IN (SELECT blob FROM remembered), used, id");
      while (gone < over && rows.step()) {
        if (spared.count(core::BlobId(rows.text(0))) > 0) continue;
        doomed.push_back(rows.text(0));
        gone += rows.integer(1);
      }
    }
    Transaction transaction(m_database, Durability::Normal);
    for (const auto& id : doomed)
      m_database.run("DELETE FROM blobs WHERE id = ?", id);
    transaction.commit();
    std::error_code error;
    // One that stays is a file without a row, and swept.
    for (const auto& id : doomed)
      std::filesystem::remove(m_folder / fileNameOf(core::BlobId(id)), error);
    if (m_open && std::find(doomed.begin(), doomed.end(), m_openId.value) != doomed.end()) m_open.reset();
    return gone;
  });
}

core::Result<std::string> BlobStore::read(const core::BlobId& id) {
  std::string content;
  const auto done = read(id, [&](std::string_view piece) {
    content.append(piece);
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  return content;
}

core::Result<std::string> BlobStore::readPart(const core::BlobId& id, std::int64_t offset,
                                              std::size_t length) {
  auto part = guarded([&] {
    mustExist(id);
    if (!m_open || m_openId != id || m_open->position() > offset) {
      m_open = std::make_unique<SealedReader>(m_folder / fileNameOf(id), m_key);
      m_openId = id;
    }
    static_cast<void>(m_open->read(static_cast<std::size_t>(offset - m_open->position())));
    return m_open->read(length);
  });
  if (!part) m_open.reset();
  return part;
}

core::Result<std::optional<BlobStore::Entry>> BlobStore::find(const core::BlobId& id) {
  return guarded([&] {
    Use row = m_database.use("SELECT id, case_id, size FROM blobs WHERE id = ?", id.value);
    return row.step() ? std::optional(entryOf(row)) : std::nullopt;
  });
}

core::Result<BlobStore::Place> BlobStore::placeOf(const core::BlobId& id) {
  return guarded([&] {
    if (m_database.number("SELECT EXISTS (SELECT 1 FROM blobs WHERE id = ?)", id.value) == 0)
      return Place::Elsewhere;
    const bool isNamed =
        m_database.number("SELECT EXISTS (SELECT 1 FROM outbox WHERE blob = ?)", id.value) != 0;
    return isNamed ? Place::Unsent : Place::Here;
  });
}

core::Result<std::int64_t> BlobStore::bytes() {
  return guarded([&] { return m_database.number("SELECT coalesce(sum(size), 0) FROM blobs"); });
}

core::Result<void> BlobStore::sweep() {
  return guarded([&] {
    {
      Transaction transaction(m_database, Durability::Normal);
      // One that was only looked at is the case's for which it is kept.
      m_database.run("UPDATE blobs SET case_id = (SELECT max(case_id) FROM kept_documents WHERE blob = id)"
                     " WHERE case_id = '' AND id IN (SELECT blob FROM kept_documents)");
      m_database.run("DELETE FROM kept_documents WHERE case_id NOT IN (SELECT id FROM cases)");
      m_database.run("DELETE FROM blobs WHERE case_id <> '' AND case_id NOT IN (SELECT id FROM cases)"
                     " AND id NOT IN (SELECT blob FROM outbox)");
      transaction.commit();
    }
    std::set<std::string> named;
    Use rows = m_database.use("SELECT file FROM blobs");
    while (rows.step())
      named.insert(rows.text(0));
    for (const auto& file : std::filesystem::directory_iterator(m_folder))
      if (named.count(file.path().filename().string()) == 0) std::filesystem::remove(file.path());
  });
}

} // namespace madoguchi::storage
