// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/logimport.h"

#include "server/admin/resources.h"
#include "server/caseloader.h"
#include "server/eventlog/importwriter.h"
#include "server/eventlog/logfile.h"
#include "server/identity/accounts.h"

namespace madoguchi::server {

namespace {

const core::Procedure* importProcedure(const Catalog& catalog) {
  const core::Procedure* newest = nullptr;
  for (const auto& [key, known] : catalog.procedures)
    if (known->procedure.importOnly && (newest == nullptr || known->procedure.version > newest->version))
      newest = &known->procedure;
  return newest;
}

core::Result<void> put(Writing& writing, Accounts& accounts, const ImportedRecords& records,
                       core::Instant now) {
  std::vector<Accounts::NewAccount> users;
  for (const ImportedUser& user : records.users)
    users.push_back({user.person, user.login, user.grants, std::nullopt});
  if (auto done = accounts.putOffices(writing, records.offices); !done) return tl::unexpected(done.error());
  if (auto done = accounts.add(writing, users); !done) return tl::unexpected(done.error());
  return loadCases(writing, *loadCatalog(writing), records.cases, "caseImported", now);
}

} // namespace

core::Result<ImportSummary> importEventLog(Store& store, const LogImport& import, const Clock& clock) {
  const auto mappingText = readFile(import.mappingFile);
  if (!mappingText) return tl::unexpected(mappingText.error());
  const auto mapping = parseMapping(*mappingText);
  if (!mapping) return tl::unexpected(mapping.error());
  const auto log = readEventLog(import.file);
  if (!log) return tl::unexpected(log.error());
  const auto plan = mapLog(*log, *mapping);
  if (!plan) return tl::unexpected(plan.error());

  const Passwords passwords(Passwords::Cost::Cheapest); // none is hashed here
  Accounts accounts(store, passwords, clock);
  const auto written = store.write([&](Writing& writing) -> core::Result<void> {
    const auto catalog = loadCatalog(writing);
    const core::Procedure* procedure = importProcedure(*catalog);
    if (procedure == nullptr)
      return core::failure(core::ErrorCode::NoSuchProcedure, "no import-only procedure is loaded");
    const auto records = makeRecords(*plan, import.name, *procedure);
    if (!records) return tl::unexpected(records.error());
    return put(writing, accounts, *records, clock());
  });
  if (!written) return tl::unexpected(written.error());
  return summaryOf(*plan);
}

} // namespace madoguchi::server
