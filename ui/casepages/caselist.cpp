// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/caselist.h"

#include "models/text.h"

#include <QCoreApplication>

namespace madoguchi::ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CaseList)
};

} // namespace

ShownList caseList(const models::OpenCase& opened, const QString& name) {
  ShownList list;
  list.title = list.fileName = name;
  list.caseId = opened.id();
  const core::CaseState* state = opened.state();
  if (state == nullptr) return list;
  list.title =
      Say::tr("%1: case %2")
          .arg(name, state->number.empty() ? Say::tr("(no number yet)") : models::qtext(state->number));
  list.hidesOffice = state->visibility == core::Visibility::Protected;
  return list;
}

} // namespace madoguchi::ui
