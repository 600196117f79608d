// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/schemapath.h"

#include "core/procedures/formschema.h"
#include "core/procedures/schemashape.h"
#include "models/fieldbook.h"

#include <algorithm>
#include <set>

namespace madoguchi::models {

namespace {

constexpr std::size_t kMostPaths = 600;
constexpr const char* kInside = " › ";

struct Member {
  std::string name;
  core::SchemaNode node;
};

std::string unescaped(std::string_view token) {
  std::string name(token);
  for (std::size_t at = name.find("~1"); at != std::string::npos; at = name.find("~1", at))
    name.replace(at, 2, "/");
  for (std::size_t at = name.find("~0"); at != std::string::npos; at = name.find("~0", at + 1))
    name.replace(at, 2, "~");
  return name;
}

class Walk {
public:
  explicit Walk(const core::json::value& form) : m_shapes(form) {}

  std::vector<SchemaPath> all() {
    list("", "", m_shapes.root());
    return std::move(m_paths);
  }

  std::string titleAt(std::string_view pointer) {
    std::string title;
    core::SchemaNode node = m_shapes.root();
    while (!pointer.empty()) {
      const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
      const std::string token(pointer.substr(1, end - 1));
      pointer.remove_prefix(end);
      if (const core::SchemaNode inner = member(node, unescaped(token)); !inner.empty()) {
        title = joined(title, unescaped(token), inner);
        node = inner;
      } else if (const core::SchemaNode entry = entryOf(node, token); !entry.empty()) {
        if (token != "*") title += " " + std::to_string(std::stoul(token) + 1);
        node = entry;
      } else {
        return {};
      }
    }
    return title;
  }

private:
  std::string joined(const std::string& around, const std::string& name, const core::SchemaNode& node) {
    const std::string& told = m_shapes.shape(node).title;
    const std::string own = told.empty() ? readableName(name) : told;
    return around.empty() ? own : around + kInside + own;
  }

  /// Also those that only some alternative or condition brings.
  std::vector<Member> membersOf(const core::SchemaNode& node, int depth = 0) {
    std::vector<Member> members;
    if (node.empty() || depth > 4) return members;
    const core::SchemaShape& shape = m_shapes.shape(node);
    const auto add = [&members](const std::string& name, const core::SchemaNode& inner) {
      const bool known = std::any_of(members.begin(), members.end(),
                                     [&](const Member& member) { return member.name == name; });
      if (!known) members.push_back({name, inner});
    };
    for (const auto& [name, inner] : shape.properties)
      add(name, inner);
    std::vector<const core::json::value*> more;
    for (const core::SchemaChoice& choice : shape.choices)
      more.insert(more.end(), choice.alternatives.begin(), choice.alternatives.end());
    for (const core::SchemaCondition& condition : shape.conditions)
      more.insert(more.end(), {condition.then, condition.otherwise});
    for (const auto& dependency : shape.dependencies)
      more.push_back(dependency.second);
    for (const core::json::value* schema : more)
      if (schema != nullptr && schema->is_object())
        for (const Member& member : membersOf({schema}, depth + 1))
          add(member.name, member.node);
    return members;
  }

  core::SchemaNode member(const core::SchemaNode& node, const std::string& name) {
    for (const Member& member : membersOf(node))
      if (member.name == name) return member.node;
    return {};
  }

  core::SchemaNode entryOf(const core::SchemaNode& node, const std::string& token) {
    const core::SchemaShape& shape = m_shapes.shape(node);
    const bool isIndex =
        !token.empty() && token.size() < 7 && token.find_first_not_of("0123456789") == std::string::npos;
    if (!isIndex && token != "*") return {};
    if (isIndex && std::stoul(token) < shape.tuple.size()) return shape.tuple[std::stoul(token)];
    return shape.items.empty() ? shape.otherItems : shape.items;
  }

  void list(const std::string& pointer, const std::string& title, const core::SchemaNode& node) {
    if (m_paths.size() >= kMostPaths) return;
    const core::SchemaShape* shape = &m_shapes.shape(node);
    const bool isAround = std::find(m_around.begin(), m_around.end(), shape) != m_around.end();
    const std::vector<Member> members = isAround ? std::vector<Member>() : membersOf(node);
    if (members.empty() && !pointer.empty()) m_paths.push_back({pointer, title});
    if (isAround) return;
    m_around.push_back(shape);
    for (const Member& member : members)
      list(core::appendedPointer(pointer, member.name), joined(title, member.name, member.node), member.node);
    if (const core::SchemaNode entry = entryOf(node, "*"); members.empty() && !membersOf(entry).empty())
      for (const Member& member : membersOf(entry))
        list(core::appendedPointer(pointer + "/*", member.name), joined(title, member.name, member.node),
             member.node);
    m_around.pop_back();
  }

  core::SchemaShapes m_shapes;
  std::vector<const core::SchemaShape*> m_around;
  std::vector<SchemaPath> m_paths;
};

} // namespace

std::vector<SchemaPath> schemaPaths(const core::json::value& form) {
  return Walk(form).all();
}

std::string schemaPath(const core::json::value& form, std::string_view pointer) {
  return Walk(form).titleAt(pointer);
}

} // namespace madoguchi::models
