// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"
#include "app/profile/memoryprotection.h"

#include <QCoreApplication>

#include <iostream>

namespace {

using namespace madoguchi;
using namespace madoguchi::app;
using core::ErrorCode;

enum Exit { Done = 0, Refused = 1, Usage = 2, Unreachable = 3, SignInNeeded = 4, ProfileTrouble = 5 };

Exit exitOf(ErrorCode code) {
  switch (code) {
  case ErrorCode::InvalidArgument:
  case ErrorCode::Malformed:
  case ErrorCode::UnknownKind:
    return Usage;
  case ErrorCode::Offline:
  case ErrorCode::ServerFailed:
  case ErrorCode::TlsFailed:
  case ErrorCode::Timeout:
    return Unreachable;
  case ErrorCode::NotSignedIn:
  case ErrorCode::WrongCredentials:
  case ErrorCode::AccountDisabled:
  case ErrorCode::TooManyAttempts:
    return SignInNeeded;
  case ErrorCode::StorageFailed:
  case ErrorCode::StorageFull:
  case ErrorCode::StorageCorrupt:
  case ErrorCode::StorageNotEncrypted:
  case ErrorCode::StorageNewer:
  case ErrorCode::KeyStoreMissing:
  case ErrorCode::ProfileInUse:
  case ErrorCode::FileUnreadable:
    return ProfileTrouble;
  default:
    return Refused;
  }
}

std::vector<Verb> allVerbs() {
  std::vector<Verb> verbs = sessionVerbs();
  for (const auto* more : {&caseVerbs(), &outboxVerbs()})
    verbs.insert(verbs.end(), more->begin(), more->end());
  return verbs;
}

void printHelp(std::ostream& out) {
  out << "usage: madoguchi-cli [OPTIONS] VERB ...\n\n";
  for (const Verb& verb : allVerbs())
    out << "  " << verb.name << ' ' << verb.usage << "\n      " << verb.help << '\n';
  out << "\n"
         "  --profile DIR              instead of the user's own profile\n"
         "  --server URL               https://host[:port]; remembered in the profile\n"
         "  --fingerprint SHA256       of the server's certificate, where the system does not trust it; "
         "remembered\n"
         "  --json                     print JSON\n"
         "  --demonstration-key-store  keys in plain files; for demonstrations and tests only\n"
         "\n"
         "Where a PIN was chosen, it is read from MADOGUCHI_PIN.\n"
         "\n"
         "Exit status: 0 done, 1 refused, 2 wrong usage, 3 server not reached, 4 sign in first,\n"
         "5 the profile or its keys cannot be used.\n";
}

int fail(const core::Error& error, bool asJson) {
  if (asJson) {
    const core::json::object object{
        {"error", {{"code", std::string(core::toText(error.code))}, {"detail", error.detail}}}};
    std::cout << core::canonicalJson(object) << '\n';
  } else {
    std::cerr << "madoguchi-cli: " << core::toText(error.code) << ": " << error.detail << '\n';
  }
  return exitOf(error.code);
}

core::Result<Report> run(const Arguments& arguments) {
  const auto verbs = allVerbs();
  for (const Verb& verb : verbs) {
    if (verb.name != arguments.verb) continue;
    auto desk = CliDesk::open(arguments);
    if (!desk) return tl::unexpected(desk.error());
    if (verb.needsSession) {
      if (auto resumed = (*desk)->resume(); !resumed) return tl::unexpected(resumed.error());
    }
    return verb.run(**desk, arguments);
  }
  return core::failure(ErrorCode::InvalidArgument, "no verb \"" + arguments.verb + "\"; see --help");
}

} // namespace

int main(int argc, char** argv) {
  protectMemory();
  QCoreApplication application(argc, argv);
  QCoreApplication::setApplicationName(QStringLiteral("madoguchi-cli"));
  QCoreApplication::setApplicationVersion(QStringLiteral(MADOGUCHI_VERSION));
  const auto arguments = parseArguments({argv + 1, argv + argc});
  if (!arguments) return fail(arguments.error(), false);
  if (arguments->has("version")) {
    std::cout << "madoguchi-cli " MADOGUCHI_VERSION "\n";
    return Done;
  }
  if (arguments->has("help") || arguments->verb.empty()) {
    printHelp(arguments->has("help") ? std::cout : std::cerr);
    return arguments->has("help") ? Done : Usage;
  }
  const bool asJson = arguments->has("json");
  const auto report = run(*arguments);
  if (!report) return fail(report.error(), asJson);
  std::cout << (asJson ? core::canonicalJson(report->data) + "\n" : report->text);
  return Done;
}
