// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conflicttext.h"

#include "core/cases/casecodec.h"
#include "models/names.h"
#include "models/valuetext.h"

#include <QCoreApplication>

#include <optional>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(ConflictText)
};

QString saidValue(const std::string& pointer, const core::json::value& value,
                  const core::Procedure* procedure, const References& references) {
  constexpr std::string_view criteria = "/criteria/";
  if (pointer == "/holder" && value.is_string() && !value.get_string().empty())
    return personName(references, core::UserId(std::string(value.get_string())));
  if (pointer.starts_with(criteria) && value.is_string())
    return findingTitle(procedure, core::CriterionId(pointer.substr(criteria.size())),
                        std::string(value.get_string()));
  return valueText(procedure, pointer, value);
}

/// The move to another version of the form that the user has asked for, where the entry is one.
std::optional<core::MoveToVersion> moveIn(const core::OutboxEntry& entry) {
  const auto document = core::parseJson(entry.payload);
  if (!document) return std::nullopt;
  const auto command = core::commandFrom(*document);
  const auto* move = command ? std::get_if<core::MoveToVersion>(&command->body) : nullptr;
  return move == nullptr ? std::nullopt : std::optional(*move);
}

} // namespace

ConflictText conflictText(const core::OutboxEntry& entry, const core::FieldConflict& conflict,
                          const core::Procedure* procedure, const References& references) {
  const auto said = [&](const core::json::value& value) {
    return saidValue(conflict.pointer, value, procedure, references);
  };
  ConflictText text{said(conflict.base), said(conflict.mine), said(conflict.theirs)};
  // The mover wants no other value there, but a form without the place.
  if (const auto move = moveIn(entry)) {
    text.mine = Say::tr("version %1 of the form, in which this has no place").arg(move->to);
    text.theirs = Say::tr("%1, with version %2 of the form").arg(text.theirs, QString::number(move->from));
  }
  return text;
}

} // namespace madoguchi::models
