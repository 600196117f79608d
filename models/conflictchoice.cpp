// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conflictchoice.h"

#include "core/cases/casecodec.h"

namespace madoguchi::models {

namespace {

using Choices = std::map<std::string, FieldChoice>;
using Replacement = std::optional<core::CommandBody>;

std::string textOf(const core::json::value& value) {
  return value.is_string() ? std::string(value.get_string()) : std::string();
}

/// One overload for each command that can conflict.
struct Replacer {
  const core::OutboxEntry& entry;
  const Choices& choices;

  [[nodiscard]] const core::FieldConflict* conflictAt(const std::string& pointer) const {
    for (const core::FieldConflict& conflict : entry.conflicts)
      if (conflict.pointer == pointer) return &conflict;
    return nullptr;
  }

  /// The value that is wanted in place of theirs; none where theirs stays.
  [[nodiscard]] std::optional<core::json::value> wanted(const core::FieldConflict& conflict) const {
    const auto choice = choices.find(conflict.pointer);
    if (choice == choices.end() || choice->second.kind == FieldChoice::Kind::Theirs) return std::nullopt;
    return choice->second.kind == FieldChoice::Kind::Mine ? conflict.mine : choice->second.other;
  }

  template <class Edit>
  [[nodiscard]] Replacement edits(const Edit& command, const std::string& root) const {
    Edit result;
    for (const core::FieldEdit& edit : command.edits) {
      const core::FieldConflict* conflict = conflictAt(root + edit.pointer);
      if (conflict == nullptr)
        result.edits.push_back(edit);
      else if (const auto value = wanted(*conflict))
        result.edits.push_back({edit.pointer, conflict->theirs, *value});
    }
    return result.edits.empty() ? Replacement() : Replacement(result);
  }

  Replacement operator()(const core::EditForm& command) const { return edits(command, "/form"); }
  Replacement operator()(const core::EditApplicant& command) const { return edits(command, "/applicant"); }

  Replacement operator()(core::SetCriterion command) const {
    const core::FieldConflict* conflict = conflictAt("/criteria/" + command.criterion.value);
    const auto value = conflict == nullptr ? std::nullopt : wanted(*conflict);
    if (!value) return std::nullopt;
    command.before = textOf(conflict->theirs);
    command.finding = textOf(*value);
    return command;
  }

  Replacement operator()(core::AssignCase command) const {
    const core::FieldConflict* conflict = conflictAt("/holder");
    const auto value = conflict == nullptr ? std::nullopt : wanted(*conflict);
    if (!value) return std::nullopt;
    command.expectedHolder = core::UserId(textOf(conflict->theirs));
    command.assignee = core::UserId(textOf(*value));
    return command;
  }

  Replacement operator()(core::DraftDecision command) const {
    const core::FieldConflict* conflict = conflictAt("/draft");
    if (conflict == nullptr || !wanted(*conflict) || !conflict->theirs.is_int64()) return std::nullopt;
    command.baseDraft = static_cast<int>(conflict->theirs.get_int64());
    return command;
  }

  /// A case is moved or it is not: only where nobody's value is wanted back, it is.
  Replacement operator()(const core::MoveToVersion& command) const {
    for (const core::FieldConflict& conflict : entry.conflicts)
      if (const auto value = wanted(conflict); !value || *value != conflict.mine) return std::nullopt;
    return command;
  }

  template <class Other>
  Replacement operator()(const Other&) const {
    return std::nullopt;
  }
};

} // namespace

core::Result<Replacement> replacementFor(const core::OutboxEntry& entry, const Choices& byPointer) {
  const auto document = core::parseJson(entry.payload);
  if (!document) return tl::unexpected(document.error());
  const auto command = core::commandFrom(*document);
  if (!command) return tl::unexpected(command.error());
  return std::visit(Replacer{entry, byPointer}, command->body);
}

} // namespace madoguchi::models
