// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/cases/casestate.h"

#include <boost/describe.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>

/// What the words of an event log mean here: the mapping file of `import`, JSON. An example is
/// resources/import/receipt.mapping.json.
namespace madoguchi::server {

/// What to do with a word that the file does not map.
enum class UnknownWord {
  Keep,   ///< take it over under its own name
  Refuse, ///< refuse the whole log, naming the word
};
BOOST_DESCRIBE_ENUM(UnknownWord, Keep, Refuse)

/// Attributes of the trace, by key ("deadline"; in a CSV "case:deadline"). An empty name: the log has none.
struct AttributeNames {
  std::string start; ///< arrival; without it the first event's time
  std::string deadline;
  std::string end; ///< a case that has it is closed
  std::string channel;
  std::string holder; ///< a resource
  std::string office; ///< a group; without it that of the last step that has one
  core::json::object unknown;
};
BOOST_DESCRIBE_STRUCT(AttributeNames, (), (start, deadline, end, channel, holder, office))

struct ActivityRule {
  std::string step;                   ///< kind of the command it resembles ("RegisterCase"), or empty
  std::optional<core::Status> status; ///< after it; none: as before
  core::json::object unknown;
};
BOOST_DESCRIBE_STRUCT(ActivityRule, (), (step, status))

struct OfficeRule {
  std::string nameJa;
  std::string nameEn;
  std::string symbol;
  core::json::object unknown;
};
BOOST_DESCRIBE_STRUCT(OfficeRule, (), (nameJa, nameEn, symbol))

struct StaffRule {
  std::string login;
  std::string name;
  core::json::object unknown;
};
BOOST_DESCRIBE_STRUCT(StaffRule, (), (login, name))

struct Mapping {
  std::string description; ///< for people
  AttributeNames attributes;
  std::map<std::string, core::Channel> channels;
  core::Channel otherChannel = core::Channel::Online;
  OfficeRule topOffice; ///< above all offices of the log
  std::map<std::string, ActivityRule> activities;
  std::map<std::string, std::optional<OfficeRule>> groups;   ///< null: a word for "no group"
  std::map<std::string, std::optional<StaffRule>> resources; ///< null: a word for "nobody"
  std::string loginPrefix;                                   ///< before the logins made of unmapped resources
  UnknownWord unknownActivities = UnknownWord::Keep;
  UnknownWord unknownGroups = UnknownWord::Keep;
  UnknownWord unknownResources = UnknownWord::Keep;
  core::json::object unknown;
};
BOOST_DESCRIBE_STRUCT(Mapping, (),
                      (description, attributes, channels, otherChannel, topOffice, activities, groups,
                       resources, loginPrefix, unknownActivities, unknownGroups, unknownResources))

/// Reads a mapping file. Errors: FileBroken with the place as a JSON pointer: unknown members, statuses,
/// channels and steps, an office without a name in both languages, a login that is empty or used twice.
[[nodiscard]] core::Result<Mapping> parseMapping(std::string_view text);

} // namespace madoguchi::server
