// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/commandline.h"

#include "server/cli/verbs.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <istream>
#include <termios.h>
#include <unistd.h>

namespace madoguchi::server {

namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

bool takesData(const Verb& verb) {
  return std::any_of(verb.options.begin(), verb.options.end(),
                     [](const OptionSpec& option) { return option.name == kDataOption.name; });
}

std::vector<Verb> allVerbs() {
  std::vector<Verb> verbs = serviceVerbs();
  for (auto more :
       {movingVerbs(), userVerbs(), deviceVerbs(), absenceVerbs(), officeVerbs(), sampleVerbs(), blobVerbs()})
    verbs.insert(verbs.end(), more.begin(), more.end());
  // Whatever works on the data works on either store.
  for (Verb& verb : verbs)
    if (takesData(verb)) verb.options.push_back(kDatabaseOption);
  return verbs;
}

void printUsage(std::ostream& out, const std::vector<Verb>& verbs) {
  out << "usage: madoguchi-server VERB [options]\n\n";
  std::size_t width = 0;
  for (const Verb& verb : verbs)
    width = std::max(width, verb.words.size());
  for (const Verb& verb : verbs)
    out << "  " << verb.words << std::string(width - verb.words.size() + 2, ' ') << verb.summary << '\n';
  out << "\nmadoguchi-server VERB --help explains a verb.\n"
         "Exit status: 0 done, 1 failed, 2 wrong command line or value.\n";
}

void printHelp(std::ostream& out, const Verb& verb) {
  out << "usage: madoguchi-server " << verb.words << (verb.usage.empty() ? "" : " ") << verb.usage << "\n\n"
      << verb.summary << '\n';
  if (!verb.help.empty()) out << '\n' << verb.help;
  if (takesData(verb))
    out << "\nThe database is DIR/madoguchi.db, or with --database postgresql://HOST/NAME (or the "
           "environment's\n"
           "MADOGUCHI_DATABASE) one of PostgreSQL. Leave passwords out of the command line: libpq reads its\n"
           "password file (PGPASSFILE, ~/.pgpass) and certificates.\n";
}

// The verb whose words begin the line; the longest wins.
const Verb* findVerb(const std::vector<Verb>& verbs, const std::vector<std::string>& words,
                     std::size_t& used) {
  for (const std::size_t count : {2UL, 1UL}) {
    if (words.size() < count) continue;
    const std::string text = count == 2 ? words[0] + " " + words[1] : words[0];
    const auto found =
        std::find_if(verbs.begin(), verbs.end(), [&](const Verb& v) { return v.words == text; });
    if (found == verbs.end()) continue;
    used = count;
    return &*found;
  }
  return nullptr;
}

bool asksForHelp(const std::string& word) {
  return word == "--help" || word == "-h" || word == "help";
}

// Echo off while a person types a password.
class SilentTerminal {
public:
  SilentTerminal() {
    if (::tcgetattr(STDIN_FILENO, &m_before) != 0) return;
    termios silent = m_before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    m_changed = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
  }
  ~SilentTerminal() {
    if (m_changed) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
  }
  SilentTerminal(const SilentTerminal&) = delete;
  SilentTerminal& operator=(const SilentTerminal&) = delete;

private:
  termios m_before{};
  bool m_changed = false;
};

} // namespace

DataFolder dataFolderOf(const Arguments& arguments) {
  const char* database = std::getenv("MADOGUCHI_DATABASE");
  return {arguments.value("--data", "/var/lib/madoguchi"),
          arguments.value(kDatabaseOption.name, database == nullptr ? "" : database)};
}

core::Result<std::string> readPassword(Console& console) {
  if (const char* given = std::getenv("MADOGUCHI_PASSWORD"); given != nullptr && *given != '\0')
    return std::string(given);
  const SilentTerminal silent;
  if (::isatty(STDIN_FILENO) == 1) console.err << "Password: " << std::flush;
  std::string password;
  if (!std::getline(console.in, password) || password.empty())
    return core::failure(core::ErrorCode::InvalidArgument,
                         "a password is expected in MADOGUCHI_PASSWORD or as the first line of the input");
  if (password.back() == '\r') password.pop_back();
  return password;
}

core::Result<std::int64_t> numberOf(const std::string& text, std::int64_t least, std::int64_t most,
                                    const std::string& what) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < least || number > most)
    return core::failure(core::ErrorCode::InvalidArgument,
                         what + " is a number from " + std::to_string(least) + " to " + std::to_string(most));
  return number;
}

int runCommandLine(const std::vector<std::string>& words, Console& console) {
  const std::vector<Verb> verbs = allVerbs();
  if (!words.empty() && asksForHelp(words.front())) {
    printUsage(console.out, verbs);
    return kDone;
  }
  std::size_t used = 0;
  const Verb* verb = findVerb(verbs, words, used);
  if (verb == nullptr) {
    if (!words.empty()) console.err << "madoguchi-server: no such verb: " << words.front() << "\n\n";
    printUsage(console.err, verbs);
    return kWrongUsage;
  }
  const std::vector<std::string> rest(words.begin() + static_cast<std::ptrdiff_t>(used), words.end());
  if (std::any_of(rest.begin(), rest.end(),
                  [](const auto& word) { return word == "--help" || word == "-h"; })) {
    printHelp(console.out, *verb);
    return kDone;
  }
  const auto usageError = [&](const std::string& why) {
    console.err << "madoguchi-server " << verb->words << ": " << why << "\n\n";
    printHelp(console.err, *verb);
    return kWrongUsage;
  };
  const auto arguments = Arguments::parse(rest, verb->options);
  if (!arguments) return usageError(arguments.error().detail);
  const std::size_t count = arguments->positional().size();
  if (count < verb->leastPositional) return usageError("something is missing");
  if (count > verb->mostPositional)
    return usageError("too much: " + arguments->positional()[verb->mostPositional]);
  const auto done = verb->run(*arguments, console);
  if (done) return kDone;
  console.err << "madoguchi-server " << verb->words << ": " << core::toText(done.error().code)
              << (done.error().detail.empty() ? "" : ": ") << done.error().detail << '\n';
  if (done.error().code != core::ErrorCode::InvalidArgument) return kFailed;
  console.err << "madoguchi-server " << verb->words << " --help explains it.\n";
  return kWrongUsage;
}

} // namespace madoguchi::server
