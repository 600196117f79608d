// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/caseresult.h"

#include "models/errortext.h"

#include <QCoreApplication>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CaseResult)
};

} // namespace

QString caseResultText(const CaseOutcome& outcome) {
  switch (outcome.result) {
  case CaseResult::None:
    return {};
  case CaseResult::Waiting:
    return Say::tr("waiting");
  case CaseResult::Running:
    return Say::tr("being done");
  case CaseResult::Done:
    return Say::tr("done");
  case CaseResult::Unchanged:
    return Say::tr("nothing to do");
  case CaseResult::Refused:
    return errorText(outcome.code);
  case CaseResult::Left:
    return Say::tr("left as it was");
  }
  return {};
}

} // namespace madoguchi::models
