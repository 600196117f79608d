// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/caseactions.h"
#include "ui/basics/context.h"

#include <QObject>

#include <functional>

class QWidget;

namespace madoguchi::ui {

class ActionDialog;
class NoticeFlow;

/// Carries an action out that the rules allow: at once, or after asking for what it needs.
class ActionRunner : public QObject {
  Q_OBJECT

public:
  ActionRunner(const Context& context, QWidget* window);

  void run(models::CaseAction action);
  /// The notice of the case as it was issued; nothing where none was.
  void showNotice();

Q_SIGNALS:
  void said(const madoguchi::ui::Message& message);

private:
  void askCorrection();
  void recordAnswer();
  void giveBack();
  void explainDelay();
  void stopClock();
  void transfer();
  void withdraw();
  void label();
  ActionDialog* dialogFor(models::CaseAction action);
  using MakeCommand = std::function<core::CommandBody(const ActionDialog&)>;
  void perform(ActionDialog* dialog, models::CaseAction action, MakeCommand command);

  Context m_context;
  QWidget* m_window;
  NoticeFlow* m_notice;
};

} // namespace madoguchi::ui
