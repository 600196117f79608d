// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/samplemaker.h"

#include "generate/casegenerator.h"
#include "generate/patternnumbers.h"
#include "protocol/limits.h"
#include "server/caseloader.h"
#include "server/numbering.h"

namespace madoguchi::server {

namespace {

constexpr std::size_t kBatch = 2000;

} // namespace

core::Result<void> SampleMaker::addPeople(const generate::GeneratedBureau& bureau,
                                          const std::optional<std::string>& password) {
  if (auto put = m_accounts.putOffices(bureau.offices); !put) return put;
  std::vector<Accounts::NewAccount> accounts;
  for (const generate::GeneratedStaff& staff : bureau.staff)
    accounts.push_back({{staff.actor.id, staff.name.display, {}, staff.actor.rank, staff.office, false},
                        staff.login,
                        staff.actor.grants,
                        password});
  return m_accounts.add(accounts);
}

core::Result<void> SampleMaker::addBlob(const generate::Specimen& specimen) {
  const core::UserId by = consoleUser();
  auto upload = m_blobs.begin(specimen.id, by, specimen.bytes.size());
  while (upload && !upload->complete) {
    const auto piece = std::string_view(specimen.bytes).substr(upload->offset, protocol::kBlobChunkBytes);
    upload = m_blobs.append(specimen.id, by, upload->offset, piece);
  }
  if (!upload) return tl::unexpected(upload.error());
  return m_store.write([&](Writing& writing) -> core::Result<void> {
    writing.putBlob({specimen.id, static_cast<std::int64_t>(specimen.bytes.size()), by, systemNow()});
    return {};
  });
}

core::Result<void> SampleMaker::addSpecimens(const generate::Specimens& specimens) {
  for (const generate::Specimen& scan : specimens.scans)
    if (auto added = addBlob(scan); !added) return added;
  return addBlob(specimens.notice);
}

core::Result<void> SampleMaker::putLastNumbers(const std::map<std::string, std::int64_t>& last) {
  return m_store.write([&](Writing& writing) -> core::Result<void> {
    for (const auto& [series, number] : last)
      writing.putLastNumber(series, std::max(number, writing.lastNumber(series)));
    return {};
  });
}

core::Result<void> SampleMaker::make(std::size_t count, std::uint64_t seed, core::Instant now,
                                     const std::optional<std::string>& password,
                                     const std::function<void(std::size_t done)>& progress) {
  const generate::GeneratedBureau bureau = generate::makeBureau(seed);
  if (auto added = addPeople(bureau, password); !added) return added;
  std::shared_ptr<const Catalog> catalog;
  const auto read = m_store.read([&](Reading& reading) -> core::Result<void> {
    catalog = loadCatalog(reading);
    return {};
  });
  if (!read) return tl::unexpected(read.error());
  std::vector<const core::Procedure*> procedures;
  for (const auto& [key, known] : catalog->procedures)
    procedures.push_back(&known->procedure);
  generate::PatternNumbers numbers(std::string(kCaseNumberPattern), [&](const std::string& series) {
    std::int64_t last = 0;
    (void)m_store.read([&](Reading& reading) -> core::Result<void> {
      last = reading.lastNumber(series);
      return {};
    });
    return last;
  });
  generate::CaseGenerator generator(seed, count, bureau, procedures, catalog->holidays, now,
                                    numbers.numbering());
  if (auto added = addSpecimens(generator.specimens()); !added) return added;

  std::vector<core::CaseRecord> batch;
  for (std::size_t done = 0; done < count;) {
    auto next = generator.next();
    if (!next) return tl::unexpected(next.error());
    batch.push_back(std::move(*next));
    ++done;
    if (batch.size() < kBatch && done < count) continue;
    const auto loaded = m_store.write(
        [&](Writing& writing) { return loadCases(writing, *catalog, batch, "caseGenerated", systemNow()); });
    if (!loaded) return tl::unexpected(loaded.error());
    batch.clear();
    progress(done);
  }
  return putLastNumbers(numbers.lastNumbers());
}

} // namespace madoguchi::server
