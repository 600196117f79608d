// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keptdocuments.h"

namespace madoguchi::storage {

KeptByCase keptIn(Database& database) {
  KeptByCase kept;
  Use rows = database.use("SELECT case_id, blob FROM kept_documents");
  while (rows.step()) {
    KeptOfCase& of = kept[core::CaseId(rows.text(0))];
    if (const std::string blob = rows.text(1); blob.empty())
      of.all = true;
    else
      of.blobs.insert(core::BlobId(blob));
  }
  return kept;
}

void KeptDocuments::add(const core::CaseId& caseId, const std::vector<core::BlobId>& blobs) {
  for (const core::BlobId& blob : blobs)
    m_database.run("INSERT OR IGNORE INTO kept_documents(case_id, blob) VALUES (?, ?)", caseId.value,
                   blob.value);
}

core::Result<void> KeptDocuments::keep(const core::CaseId& caseId, const std::vector<core::BlobId>& blobs) {
  return guarded([&] {
    Transaction transaction(m_database, Durability::Full);
    add(caseId, blobs);
    transaction.commit();
  });
}

core::Result<void> KeptDocuments::keepAll(const core::CaseId& caseId,
                                          const std::vector<core::BlobId>& blobs) {
  std::vector<core::BlobId> all = blobs;
  all.emplace_back(); // no name: what comes later
  return keep(caseId, all);
}

core::Result<void> KeptDocuments::release(const core::CaseId& caseId, const core::BlobId& blob) {
  return guarded([&] {
    Transaction transaction(m_database, Durability::Full);
    m_database.run("DELETE FROM kept_documents WHERE case_id = ? AND blob IN (?, '')", caseId.value,
                   blob.value);
    transaction.commit();
  });
}

core::Result<void> KeptDocuments::releaseAll(const core::CaseId& caseId) {
  return guarded([&] {
    Transaction transaction(m_database, Durability::Full);
    m_database.run("DELETE FROM kept_documents WHERE case_id = ?", caseId.value);
    transaction.commit();
  });
}

core::Result<KeptByCase> KeptDocuments::all() {
  return guarded([&] { return keptIn(m_database); });
}

} // namespace madoguchi::storage
