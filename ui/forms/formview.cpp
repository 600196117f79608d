// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/formview.h"

namespace madoguchi::ui {

FormView::FormView(models::FormModel& model, QWidget* parent) : QWidget(parent), m_model(model) {}

FormView::~FormView() = default;

void FormView::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
}

bool FormView::jumpTo(const QString& pointer) {
  return m_model.valueAt(pointer.toStdString()) != nullptr;
}

bool FormView::jumpToNextError() {
  return !m_model.errors().empty();
}

bool FormView::commit() {
  return m_drafts.isEmpty();
}

void FormView::restoreDrafts(const QMap<QString, QString>& drafts) {
  m_drafts = drafts;
}

} // namespace madoguchi::ui
