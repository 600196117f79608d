// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventlog/mapping.h"

#include "core/base/codec.h"
#include "core/cases/command.h"

#include <set>

namespace madoguchi::server {

namespace {

using core::failure;
using core::Result;

tl::unexpected<core::Error> broken(const std::string& what, const std::string& place) {
  return failure(core::ErrorCode::FileBroken, what + " at " + place);
}

/// The word as a part of a JSON pointer (RFC 6901, 3).
std::string escaped(std::string_view word) {
  std::string text;
  for (const char c : word) {
    if (c == '~')
      text += "~0";
    else if (c == '/')
      text += "~1";
    else
      text += c;
  }
  return text;
}

bool isStep(std::string_view name) {
  bool found = false;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, core::CommandBody>>(
      [&](auto identity) { found = found || decltype(identity)::type::kKind == name; });
  return found;
}

Result<void> checkMembers(const core::json::object& unknown, const std::string& place) {
  if (unknown.empty()) return {};
  return broken("unknown member", place + "/" + escaped(unknown.begin()->key()));
}

Result<void> checkActivities(const Mapping& mapping) {
  for (const auto& [name, rule] : mapping.activities) {
    const std::string place = "/activities/" + escaped(name);
    if (auto known = checkMembers(rule.unknown, place); !known) return known;
    if (!rule.step.empty() && !isStep(rule.step)) return broken("unknown step", place + "/step");
    if (rule.status == core::Status::Destroyed) return broken("no step of a log destroys", place + "/status");
  }
  return {};
}

Result<void> checkOffice(const OfficeRule& rule, const std::string& place) {
  if (auto known = checkMembers(rule.unknown, place); !known) return known;
  if (rule.nameJa.empty()) return broken("a name is due", place + "/nameJa");
  if (rule.nameEn.empty()) return broken("a name is due", place + "/nameEn");
  return {};
}

Result<void> checkOffices(const Mapping& mapping) {
  if (auto top = checkOffice(mapping.topOffice, "/topOffice"); !top) return top;
  for (const auto& [name, rule] : mapping.groups) {
    if (!rule) continue;
    if (auto office = checkOffice(*rule, "/groups/" + escaped(name)); !office) return office;
  }
  return {};
}

Result<void> checkStaff(const Mapping& mapping) {
  std::set<std::string> logins;
  for (const auto& [name, rule] : mapping.resources) {
    if (!rule) continue;
    const std::string place = "/resources/" + escaped(name);
    if (auto known = checkMembers(rule->unknown, place); !known) return known;
    if (rule->login.empty()) return broken("a login is due", place + "/login");
    if (rule->name.empty()) return broken("a name is due", place + "/name");
    if (!logins.insert(rule->login).second) return broken("the login is used twice", place + "/login");
  }
  return {};
}

} // namespace

Result<Mapping> parseMapping(std::string_view text) {
  const auto value = core::parseJson(text);
  if (!value) return failure(core::ErrorCode::FileBroken, value.error().detail);
  auto mapping = core::codec::read<Mapping>(*value);
  if (!mapping) return failure(core::ErrorCode::FileBroken, mapping.error().detail);
  for (const auto& checked :
       {checkMembers(mapping->unknown, ""), checkMembers(mapping->attributes.unknown, "/attributes"),
        checkActivities(*mapping), checkOffices(*mapping), checkStaff(*mapping)}) {
    if (!checked) return tl::unexpected(checked.error());
  }
  return mapping;
}

} // namespace madoguchi::server
