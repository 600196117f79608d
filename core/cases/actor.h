// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace madoguchi::core {

/// What a person may do, within an office and all below it.
enum class Role {
  Clerk,         ///< works cases
  Supervisor,    ///< assigns, corrects receipt days, edits what others hold
  Approver,      ///< acts in approval routes, by rank
  Auditor,       ///< reads everything in scope, writes nothing
  Administrator, ///< users, offices, procedures; no cases by virtue of this role
  Intake,        ///< the interface through which online applications arrive; no person
};
BOOST_DESCRIBE_ENUM(Role, Clerk, Supervisor, Approver, Auditor, Administrator, Intake)

struct Grant {
  Role role = Role::Clerk;
  OfficeId office;
  std::optional<ProcedureId> procedure; ///< none: all
  bool protectedToo = false;            ///< may see persons under protection
  bool operator==(const Grant&) const = default;
};
BOOST_DESCRIBE_STRUCT(Grant, (), (role, office, procedure, protectedToo))

/// Who acts. `rank`: staff, chief 係長, manager 課長, director 部長, head 局長, legal 法務.
struct Actor {
  UserId id;
  std::string rank;
  std::vector<Grant> grants;
  bool operator==(const Actor&) const = default;
};
BOOST_DESCRIBE_STRUCT(Actor, (), (id, rank, grants))

/// The public part of a user, as cases and colleagues name one: the document of a "user" reference.
struct Person {
  UserId id;
  std::string nameJa;
  std::string nameEn; ///< may be empty
  std::string rank;
  OfficeId office;
  bool disabled = false; ///< acts no more; old cases still name them
  bool operator==(const Person&) const = default;
};
BOOST_DESCRIBE_STRUCT(Person, (), (id, nameJa, nameEn, rank, office, disabled))

struct Office {
  OfficeId id;
  OfficeId parent; ///< empty at the top
  std::string nameJa;
  std::string nameEn;
  std::string symbol; ///< 文書記号, e.g. 健食
  bool operator==(const Office&) const = default;
};
BOOST_DESCRIBE_STRUCT(Office, (), (id, parent, nameJa, nameEn, symbol))

/// The tree of bureau, division, section and unit.
class OfficeTree {
public:
  OfficeTree() = default;
  explicit OfficeTree(std::vector<Office> offices);

  [[nodiscard]] const Office* find(const OfficeId& id) const;
  /// True when `office` is `top` or lies below it.
  [[nodiscard]] bool isWithin(const OfficeId& office, const OfficeId& top) const;
  [[nodiscard]] const std::vector<Office>& all() const { return m_offices; }

private:
  std::vector<Office> m_offices;
  std::unordered_map<std::string, std::size_t> m_byId;
};

/// True when one of the actor's grants of that role covers the office, procedure and visibility.
[[nodiscard]] bool hasRole(const Actor& actor, Role role, const OfficeTree& offices, const OfficeId& office,
                           const ProcedureId& procedure, bool isProtected);

} // namespace madoguchi::core
