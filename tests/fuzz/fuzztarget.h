// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// Readers of outside bytes as functions of one text. libFuzzer drives them under ASan and UBSan
/// (`./dev fuzz`), and fuzztest gives each a few deterministic mutations of its seeds with every change.
namespace madoguchi::fuzz {

struct Target {
  std::string_view name;
  /// Feeds the reader; throws BrokenPromise, or whatever the reader should not have thrown.
  void (*run)(std::string_view input);
  /// Inputs of our own encoders, the same on each call.
  std::vector<std::string> (*seeds)();
  int mutations; ///< with every change: as many as take about half a second
};

/// The reader took the input and then did not keep its word.
class BrokenPromise : public std::logic_error {
public:
  using std::logic_error::logic_error;
};

inline void require(bool holds, const char* promise) {
  if (!holds) throw BrokenPromise(promise);
}

/// The part before the first line break, and all behind it.
struct TwoParts {
  std::string_view head;
  std::string_view rest;
};
[[nodiscard]] inline TwoParts split(std::string_view input) {
  const auto end = input.find('\n');
  if (end == std::string_view::npos) return {input, {}};
  return {input.substr(0, end), input.substr(end + 1)};
}

// Each is defined in the file of its subject.
extern const Target kJson;
extern const Target kCommand;
extern const Target kCaseRow;
extern const Target kMessage;
extern const Target kFeed;
extern const Target kCache;
extern const Target kForm;
extern const Target kProcedure;
extern const Target kCsv;
extern const Target kXes;
extern const Target kCoding;
extern const Target kRequest;
extern const Target kHttp;
extern const Target kAnswer;
extern const Target kReadyMade;

[[nodiscard]] inline std::vector<const Target*> targets() {
  return {&kJson, &kCommand, &kCaseRow, &kMessage, &kFeed, &kCache,  &kForm,     &kProcedure,
          &kCsv,  &kXes,     &kCoding,  &kRequest, &kHttp, &kAnswer, &kReadyMade};
}

} // namespace madoguchi::fuzz
