// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"
#include "app/cli/views.h"

#include <charconv>
#include <cstdlib>
#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace madoguchi::app {

namespace {

namespace json = core::json;
using core::ErrorCode;

/// Echo off while a person types.
class SilentTerminal {
public:
  SilentTerminal() {
    if (tcgetattr(STDIN_FILENO, &m_before) != 0) return;
    termios silent = m_before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    m_changed = tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    if (m_changed) std::cerr << "Password: " << std::flush;
  }
  ~SilentTerminal() {
    if (m_changed) tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
  }
  SilentTerminal(const SilentTerminal&) = delete;
  SilentTerminal& operator=(const SilentTerminal&) = delete;

private:
  termios m_before{};
  bool m_changed = false;
};

core::Result<std::string> readPassword() {
  if (const char* given = std::getenv("MADOGUCHI_PASSWORD"); given != nullptr && *given != '\0')
    return std::string(given);
  const SilentTerminal silent;
  std::string password;
  if (!std::getline(std::cin, password) || password.empty())
    return core::failure(ErrorCode::InvalidArgument,
                         "a password is expected in MADOGUCHI_PASSWORD or as the first line of the input");
  return password;
}

core::Result<Report> signIn(CliDesk& desk, const Arguments& arguments) {
  if (arguments.words.size() != 1) return core::failure(ErrorCode::InvalidArgument, "sign-in LOGIN");
  const auto password = readPassword();
  if (!password) return tl::unexpected(password.error());
  if (auto done = desk.signIn(arguments.words[0], *password); !done) return tl::unexpected(done.error());
  const auto user = desk.client().user().value;
  return Report{{{"user", user}, {"device", desk.profiles().device().value}}, "signed in as " + user + "\n"};
}

core::Result<Report> setPin(CliDesk& desk, const Arguments&) {
  const char* pin = std::getenv("MADOGUCHI_NEW_PIN");
  if (pin == nullptr)
    return core::failure(ErrorCode::InvalidArgument, "the PIN is expected in MADOGUCHI_NEW_PIN");
  if (auto set = desk.setPin(pin); !set) return tl::unexpected(set.error());
  return Report{json::object(), "from now on the PIN is needed\n"};
}

core::Result<Report> signOut(CliDesk& desk, const Arguments&) {
  desk.signOut();
  return Report{json::object(), "signed out\n"};
}

core::Result<Report> status(CliDesk& desk, const Arguments&) {
  struct Standing {
    core::Cursor cursor;
    OutboxTally tally;
  };
  const auto standing =
      desk.write<core::Result<Standing>>([](storage::Cache& cache) -> core::Result<Standing> {
        auto cursor = cache.cursor();
        if (!cursor) return tl::unexpected(cursor.error());
        return Standing{std::move(*cursor), StoreWorker::tallyOf(cache)};
      });
  if (!standing) return tl::unexpected(standing.error());
  json::object scopes;
  std::vector<std::vector<std::string>> lines{{"user", desk.client().user().value},
                                              {"device", desk.profiles().device().value},
                                              {"server", desk.profiles().server().toStdString()},
                                              {"waiting", std::to_string(standing->tally.waiting)},
                                              {"attention", std::to_string(standing->tally.needsAttention)}};
  for (const auto& [scope, seq] : standing->cursor.scopes) {
    scopes[scope] = seq;
    lines.push_back({scope, std::to_string(seq)});
  }
  json::object data;
  data["user"] = desk.client().user().value;
  data["device"] = desk.profiles().device().value;
  data["server"] = desk.profiles().server().toStdString();
  data["epoch"] = standing->cursor.epoch;
  data["waiting"] = standing->tally.waiting;
  data["attention"] = standing->tally.needsAttention;
  data["scopes"] = std::move(scopes);
  return Report{std::move(data), table(lines)};
}

core::Result<Report> verify(CliDesk& desk, const Arguments&) {
  using Scopes = std::vector<core::ScopeName>;
  const auto wrong =
      desk.write<core::Result<Scopes>>([](storage::Cache& cache) { return cache.verifySums(); });
  if (!wrong) return tl::unexpected(wrong.error());
  if (!wrong->empty())
    return core::failure(ErrorCode::StorageCorrupt, "rows of " + wrong->front() + " are not what they were");
  return Report{json::object(), "every row is what its digest says\n"};
}

} // namespace

core::Result<Report> synchronized(CliDesk& desk, const Arguments& arguments) {
  constexpr int kUsualSeconds = 600;
  int seconds = kUsualSeconds;
  const std::string text = arguments.option("timeout", std::to_string(kUsualSeconds));
  std::from_chars(text.data(), text.data() + text.size(), seconds);
  const auto status =
      desk.synchronize(std::chrono::seconds(std::max(seconds, 1)), arguments.has("allow-removal"));
  if (status.problem) return tl::unexpected(*status.problem);
  if (status.heldRemoval)
    return core::failure(ErrorCode::Conflict, "the server would remove " +
                                                  std::to_string(status.heldRemoval->removed) +
                                                  " cases from this cache; sync --allow-removal lets it");
  const auto tally =
      desk.write<OutboxTally>([](storage::Cache& cache) { return StoreWorker::tallyOf(cache); });
  auto data = statusJson(status);
  data.as_object()["waiting"] = tally.waiting;
  data.as_object()["attention"] = tally.needsAttention;
  return Report{std::move(data), "in step with the server; " + std::to_string(tally.waiting) + " waiting, " +
                                     std::to_string(tally.needsAttention) + " need attention\n"};
}

const std::vector<Verb>& sessionVerbs() {
  static const std::vector<Verb> verbs{
      {"sign-in", "LOGIN", "password from MADOGUCHI_PASSWORD or the first line of the input", false, signIn},
      {"pin", "", "choose the PIN that unlocks this profile offline; read from MADOGUCHI_NEW_PIN", true,
       setPin},
      {"sign-out", "", "end the session; what is unsent stays in the profile", true, signOut},
      {"sync", "[--timeout SECONDS] [--allow-removal]", "send what waits and fetch what is new", true,
       synchronized},
      {"status", "", "who, where, how far each scope was followed", true, status},
      {"verify", "", "compute every row's digest anew", true, verify},
  };
  return verbs;
}

} // namespace madoguchi::app
