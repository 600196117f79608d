// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/caserowtext.h"

#include "models/datetext.h"
#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(CaseTable)
};

} // namespace

QString rowStateText(RowState state) {
  switch (state) {
  case RowState::Loading:
    return Say::tr("Loading …");
  case RowState::Ready:
    return Say::tr("Up to date");
  case RowState::Pending:
    return Say::tr("Not sent yet");
  case RowState::Conflicted:
    return Say::tr("Needs attention");
  case RowState::Unavailable:
    return Say::tr("Not available");
  }
  return {};
}

QString CaseRowText::header(int column) {
  switch (column) {
  case CaseTableModel::Number:
    return Say::tr("Number");
  case CaseTableModel::Procedure:
    return Say::tr("Procedure");
  case CaseTableModel::Applicant:
    return Say::tr("Applicant");
  case CaseTableModel::Arrived:
    return Say::tr("Received");
  case CaseTableModel::Due:
    return Say::tr("Due");
  case CaseTableModel::StatusColumn:
    return Say::tr("Status");
  case CaseTableModel::Holder:
    return Say::tr("Holder");
  case CaseTableModel::Flags:
    return Say::tr("Flags");
  default:
    return {};
  }
}

QString CaseRowText::cell(int column) const {
  switch (column) {
  case CaseTableModel::Number:
    return m_row.number.empty() ? Say::tr("(no number yet)") : qtext(m_row.number);
  case CaseTableModel::Procedure:
    return procedureTitle(m_references, m_row.procedure, m_row.procedureVersion);
  case CaseTableModel::Applicant:
    return qtext(m_row.applicant);
  case CaseTableModel::Arrived:
    return shortDay(m_row.arrivedOn);
  case CaseTableModel::Due:
    return due();
  case CaseTableModel::StatusColumn:
    return label(m_row.status);
  case CaseTableModel::Holder:
    return m_row.holder.empty() ? QString() : personName(m_references, m_row.holder);
  case CaseTableModel::Flags:
    return flags().join(QStringLiteral(" · "));
  default:
    return {};
  }
}

QString CaseRowText::due() const {
  if (m_row.closedOn) return Say::tr("closed %1").arg(shortDay(*m_row.closedOn));
  if (!core::has(m_row.flags, core::RowFlag::Undecided)) return {};
  if (m_row.stoppedDaysLeft && core::has(m_row.flags, core::RowFlag::ClockStopped))
    return Say::tr("stopped, %n day(s) left", nullptr, *m_row.stoppedDaysLeft);
  const std::optional<int> left = daysLeft();
  return left ? daysLeftText(*left) : QString();
}

QString CaseRowText::toolTip(int column) const {
  switch (column) {
  case CaseTableModel::Due:
    return m_row.dueOn ? Say::tr("Due on %1").arg(longDay(*m_row.dueOn)) : QString();
  case CaseTableModel::Arrived:
    return longDay(m_row.arrivedOn);
  case CaseTableModel::StatusColumn:
    return statusHelp(m_row.status);
  case CaseTableModel::Applicant:
    return m_row.kana.empty() ? qtext(m_row.applicant)
                              : QStringLiteral("%1\n%2").arg(qtext(m_row.applicant), qtext(m_row.kana));
  case CaseTableModel::Holder:
    return m_row.holder.empty() ? Say::tr("Nobody holds this case") : cell(column);
  default:
    return cell(column);
  }
}

QString CaseRowText::accessible(int column, RowState state) const {
  QString text = QStringLiteral("%1: %2").arg(header(column), cell(column));
  if (column == CaseTableModel::Applicant && !m_row.kana.empty())
    text += QStringLiteral(", ") + qtext(m_row.kana);
  if (column == CaseTableModel::Number && state != RowState::Ready)
    text += QStringLiteral(", ") + rowStateText(state);
  return text;
}

std::optional<int> CaseRowText::daysLeft() const {
  if (!m_row.dueOn || m_row.closedOn || !core::has(m_row.flags, core::RowFlag::Undecided))
    return std::nullopt;
  return static_cast<int>((*m_row.dueOn - m_today).count());
}

std::optional<double> CaseRowText::usedFraction() const {
  const std::optional<int> left = daysLeft();
  if (!left) return std::nullopt;
  const auto whole = static_cast<double>((*m_row.dueOn - m_row.arrivedOn).count());
  if (whole <= 0) return 1.0;
  return std::clamp(1.0 - *left / whole, 0.0, 1.0);
}

QStringList CaseRowText::flags() const {
  QStringList texts;
  for (const core::RowFlag flag :
       {core::RowFlag::Attention, core::RowFlag::Protected, core::RowFlag::Returned, core::RowFlag::AfterView,
        core::RowFlag::Appealed, core::RowFlag::Reserved})
    if (core::has(m_row.flags, flag)) texts << label(flag);
  if (m_row.outcome) texts << label(*m_row.outcome);
  for (const std::string& one : m_row.labels)
    texts << labelText(one);
  return texts;
}

} // namespace madoguchi::models
