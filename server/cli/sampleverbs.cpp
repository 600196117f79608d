// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/logimport.h"
#include "server/admin/samplemaker.h"
#include "server/cli/verbs.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>

namespace madoguchi::server {

namespace {

core::Result<core::Instant> nowOf(const Arguments& arguments) {
  if (!arguments.has("--now")) return systemNow();
  auto now = core::parseInstant(arguments.value("--now"));
  if (!now) return core::failure(core::ErrorCode::InvalidArgument, "--now is a moment, 2026-04-01T09:00:00Z");
  return now;
}

std::optional<std::string> demoPassword() {
  const char* given = std::getenv("MADOGUCHI_DEMO_PASSWORD");
  if (given == nullptr || *given == '\0') return std::nullopt;
  return std::string(given);
}

core::Result<void> generate(const Arguments& arguments, Console& console) {
  const auto count = numberOf(arguments.value("--cases", "1000"), 0, 10'000'000, "--cases");
  const auto seed = numberOf(arguments.value("--seed", "1"), 0, INT64_MAX, "--seed");
  const auto now = nowOf(arguments);
  if (!count) return tl::unexpected(count.error());
  if (!seed) return tl::unexpected(seed.error());
  if (!now) return tl::unexpected(now.error());
  const auto folder = dataFolderWithBlobsOf(arguments);
  if (!folder) return tl::unexpected(folder.error());
  auto store = openStore(*folder);
  if (!store) return tl::unexpected(store.error());
  const auto blobs = openBlobs(*folder);
  const Passwords passwords;
  Accounts accounts(**store, passwords, systemNow);
  const auto began = std::chrono::steady_clock::now();
  const auto report = [&](std::size_t done) {
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    console.out << done << " cases, " << static_cast<long>(static_cast<double>(done) / took.count())
                << " a second" << std::endl;
  };
  return SampleMaker(**store, *blobs, accounts)
      .make(static_cast<std::size_t>(*count), static_cast<std::uint64_t>(*seed), *now, demoPassword(),
            report);
}

core::Result<void> importLog(const Arguments& arguments, Console& console) {
  auto store = openStore(dataFolderOf(arguments));
  if (!store) return tl::unexpected(store.error());
  const std::string& file = arguments.positional().front();
  const std::string name = arguments.value("--name", std::filesystem::path(file).filename().string());
  const auto summary = importEventLog(**store, {file, arguments.value("--mapping"), name}, systemNow);
  if (!summary) return tl::unexpected(summary.error());
  console.out << "cases: " << summary->cases << "\nsteps: " << summary->steps
              << "\nclosed: " << summary->closed << "\nlate by instant: " << summary->lateByInstant
              << "\nlate by day: " << summary->lateByDay << '\n';
  return {};
}

} // namespace

std::vector<Verb> sampleVerbs() {
  using Kind = OptionSpec::Kind;
  return {
      {"generate", "--data DIR [--cases N] [--seed S] [--now MOMENT]",
       "Make fictitious offices, staff and cases.",
       "The same N, seed and MOMENT (2026-04-01T09:00:00Z; the present if not given) make the same cases.\n"
       "The staff can sign in only if the environment variable MADOGUCHI_DEMO_PASSWORD holds a password for\n"
       "all of them; else set one with user passwd.\n",
       withBlobOptions(
           {kDataOption, {"--cases", Kind::Value}, {"--seed", Kind::Value}, {"--now", Kind::Value}}),
       0, 0, &generate},
      {"import",
       "FILE --mapping FILE --data DIR [--name NAME]",
       "Read an event log: XES (also .gz) or CSV.",
       "Each trace becomes a case under the import-only procedure, with its steps, staff, offices and due\n"
       "day. The mapping file says what the log's words mean; resources/import has an example. The same log\n"
       "under the same NAME (the file's, if not given) is refused the second time. All or nothing. The "
       "staff\n"
       "of the log can sign in once user passwd gives them a password.\n",
       {kDataOption, {"--mapping", Kind::Value}, {"--name", Kind::Value}},
       1,
       1,
       &importLog},
  };
}

} // namespace madoguchi::server
