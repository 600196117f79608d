// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calendar/holidays.h"
#include "core/cases/actor.h"
#include "core/cases/attendance.h"
#include "core/procedures/appealtext.h"
#include "core/procedures/procedure.h"

#include <QObject>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

namespace madoguchi::models {

/// A colleague, as far as cases name one.
struct Person {
  core::UserId id;
  std::string nameJa;
  std::string nameEn; ///< may be empty
  std::string rank;
  core::OfficeId office;
};

/// What cases refer to: an immutable snapshot, replaced as a whole when the server sends new ones.
struct References {
  core::Actor me;
  core::OfficeTree offices;
  std::map<core::UserId, Person> people;
  std::map<std::pair<core::ProcedureId, int>, std::shared_ptr<const core::Procedure>> procedures;
  core::HolidayTable holidays;
  core::AppealTexts appealTexts; ///< 教示
  core::AbsenceBook absences;    ///< who is away, and when

  /// Null where this version of the procedure is not known here.
  [[nodiscard]] const core::Procedure* procedure(const core::ProcedureId& id, int version) const;
  /// The newest version of each procedure for which one can apply, by id.
  [[nodiscard]] std::vector<const core::Procedure*> openProcedures() const;
};

/// Lives on the UI thread.
class ReferenceSource : public QObject {
  Q_OBJECT

public:
  using QObject::QObject;

  /// Never null; empty before the first load.
  [[nodiscard]] virtual std::shared_ptr<const References> references() const = 0;

Q_SIGNALS:
  void referencesChanged();
};

} // namespace madoguchi::models
