// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/certificate.h"
#include "server/admin/resources.h"
#include "server/cli/verbs.h"
#include "server/verify/verifier.h"

#include <cstdlib>
#include <filesystem>
#include <limits>

namespace madoguchi::server {

namespace {

core::Result<void> init(const Arguments& arguments, Console& console) {
  const DataFolder folder = dataFolderOf(arguments);
  std::error_code error;
  if (folder.postgres.empty() && std::filesystem::exists(folder.database(), error))
    return core::failure(core::ErrorCode::AlreadyExists, folder.root + " is initialised already");
  if (folder.postgres.empty() && arguments.has("--service-role"))
    return core::failure(core::ErrorCode::InvalidArgument, "--service-role belongs to --database");
  const auto resources = resourcesFolder(arguments.value("--resources"));
  if (!resources) return tl::unexpected(resources.error());
  const auto fingerprint = ensureCertificate(folder, arguments.list("--host"));
  if (!fingerprint) return tl::unexpected(fingerprint.error());
  auto made = makeStore(folder, arguments.value("--service-role"), [&](Store& store) -> core::Result<void> {
    const auto loaded = loadResources(store, *resources, systemNow);
    if (!loaded) return tl::unexpected(loaded.error());
    for (const auto& broken : loaded->broken)
      console.err << "procedure refused: " << broken.folder << ": " << broken.reason << '\n';
    console.out << "procedures: " << loaded->procedures.size() << '\n';
    return {};
  });
  if (!made) return made;
  console.out << "certificate SHA-256 fingerprint: " << *fingerprint << '\n';
  return {};
}

core::Result<void> serve(const Arguments& arguments, Console& console) {
  const auto port = numberOf(arguments.value("--port", "8443"), 0, 65535, "--port");
  if (!port) return tl::unexpected(port.error());
  const auto readyMadeFrom = numberOf(arguments.value("--ready-made-from", std::to_string(kReadyMadeFrom)), 0,
                                      std::numeric_limits<std::int64_t>::max(), "--ready-made-from");
  if (!readyMadeFrom) return tl::unexpected(readyMadeFrom.error());
  HttpOptions http;
  http.address = arguments.value("--address", "127.0.0.1");
  http.port = static_cast<std::uint16_t>(*port);
  const Passwords passwords;
  auto opened = dataFolderWithBlobsOf(arguments);
  if (!opened) return tl::unexpected(opened.error());
  DataFolder& folder = *opened;
  const char* standby = std::getenv("MADOGUCHI_STANDBY");
  folder.standby = arguments.value("--standby", standby == nullptr ? "" : standby);
  if (!folder.standby.empty() && folder.postgres.empty())
    return core::failure(core::ErrorCode::InvalidArgument, "--standby belongs to --database");
  auto application = Application::open(folder, http, passwords, *readyMadeFrom);
  if (!application) return tl::unexpected(application.error());
  console.out << "listening on " << (*application)->port() << std::endl;
  (*application)->run(true);
  return {};
}

core::Result<void> verifyAll(const Arguments& arguments, Console& console) {
  const DataFolder folder = dataFolderOf(arguments);
  const auto report = verify::check(folder.postgres.empty() ? folder.database() : folder.postgres,
                                    arguments.value("--anchors"));
  if (!report) return tl::unexpected(report.error());
  if (arguments.has("--print-anchors"))
    for (const auto& anchor : report->heads)
      console.out << anchor << '\n';
  if (!report->firstBad.empty()) return core::failure(core::ErrorCode::StorageCorrupt, report->firstBad);
  if (!arguments.has("--print-anchors")) console.out << verify::summaryOf(*report) << '\n';
  return {};
}

core::Result<void> version(const Arguments&, Console& console) {
  console.out << "madoguchi-server " << MADOGUCHI_VERSION << '\n';
  return {};
}

} // namespace

core::Result<std::string> ensureCertificate(const DataFolder& folder, const std::vector<std::string>& hosts) {
  std::error_code error;
  std::filesystem::create_directories(folder.root + "/tls", error);
  if (error) return core::failure(core::ErrorCode::StorageFailed, folder.root + ": " + error.message());
  if (!std::filesystem::exists(folder.certificate(), error))
    if (auto made = makeCertificate(folder.certificate(), folder.key(), hosts); !made)
      return tl::unexpected(made.error());
  return fingerprintOf(folder.certificate());
}

std::vector<Verb> serviceVerbs() {
  using Kind = OptionSpec::Kind;
  return {
      {"init",
       "--data DIR [--resources DIR] [--host NAME]... [--service-role ROLE]",
       "Make a new data folder.",
       "Makes the database, a key with a self-signed certificate for localhost and each --host, and loads\n"
       "the procedures and the holiday table. Prints the certificate's fingerprint, which clients ask for.\n"
       "A certificate that lies in DIR/tls already (certificate.pem, key.pem) is kept.\n"
       "On PostgreSQL (15 or newer; a database in UTF-8) it is run by the database's owner; --service-role "
       "names\n"
       "the role that serve will connect as, which then cannot change or delete audit rows. Run again, it "
       "brings "
       "an\n"
       "older database up to date, or makes the folder of one more server on the same database.\n",
       {kDataOption, kResourcesOption, {"--host", Kind::List}, {"--service-role", Kind::Value}},
       0,
       0,
       &init},
      {"serve",
       "--data DIR [--address ADDRESS] [--port PORT] [--standby postgresql://HOSTS/NAME] [--blobs URL]"
       " [--ready-made-from CASES]",
       "Answer clients until SIGTERM.",
       "Listens on 127.0.0.1 port 8443 unless told otherwise; port 0 takes any free one. Prints\n"
       "\"listening on PORT\" when it is ready. --standby (or the environment's MADOGUCHI_STANDBY) names\n"
       "standbys of the database; those that have replayed far enough answer feeds and first syncs.\n"
       "Of each office's scope with at least 5,000 cases (--ready-made-from; 0: of none) a ready-made cache "
       "is\n"
       "kept in DIR/ready-made, made in the background, with which a new PC is filled in one download.\n" +
           std::string(kBlobHelp),
       withBlobOptions({kDataOption,
                        {"--address", Kind::Value},
                        {"--port", Kind::Value},
                        {"--standby", Kind::Value},
                        {"--ready-made-from", Kind::Value}}),
       0, 0, &serve},
      {"verify",
       "--data DIR [--anchors FILE] [--print-anchors]",
       "Check audit chains, cases and counters.",
       "Names the first bad row and exits with 1. --print-anchors prints the heads of the chains, to be "
       "kept\n"
       "elsewhere; --anchors checks against such a list that no end of a chain was cut off since.\n",
       {kDataOption, {"--anchors", Kind::Value}, {"--print-anchors", Kind::Flag}},
       0,
       0,
       &verifyAll},
      {"version", "", "Print the version.", "", {}, 0, 0, &version},
  };
}

} // namespace madoguchi::server
