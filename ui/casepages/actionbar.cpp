// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/actionbar.h"

#include "ui/basics/icons.h"
#include "ui/basics/keys.h"
#include "ui/basics/widgets.h"
#include "ui/basics/wraplayout.h"

#include <QMenu>

namespace madoguchi::ui {

namespace {

QString iconOf(models::CaseAction action) {
  switch (action) {
  case models::CaseAction::Take:
    return QStringLiteral("take");
  case models::CaseAction::Examine:
    return QStringLiteral("examine");
  case models::CaseAction::AskCorrection:
    return QStringLiteral("correction");
  case models::CaseAction::Draft:
    return QStringLiteral("draft");
  case models::CaseAction::Submit:
    return QStringLiteral("submit");
  case models::CaseAction::Approve:
  case models::CaseAction::ApproveForAbsent:
    return QStringLiteral("approve");
  case models::CaseAction::Return:
    return QStringLiteral("returned");
  case models::CaseAction::IssueNotice:
    return QStringLiteral("notice");
  case models::CaseAction::Close:
    return QStringLiteral("closed");
  case models::CaseAction::StopClock:
    return QStringLiteral("waiting");
  case models::CaseAction::ExplainDelay:
    return QStringLiteral("overdue");
  default:
    return QStringLiteral("menu");
  }
}

// Whether a rare action gets a button of its own while it is possible.
bool isProminent(models::CaseAction action) {
  switch (action) {
  case models::CaseAction::RecordAnswer:
  case models::CaseAction::Approve:
  case models::CaseAction::Return:
  case models::CaseAction::Recall:
  case models::CaseAction::IssueNotice:
  case models::CaseAction::Close:
  case models::CaseAction::CheckReceiptDay:
  case models::CaseAction::ResumeClock:
  case models::CaseAction::AfterView:
  case models::CaseAction::ApproveForAbsent:
  case models::CaseAction::CloseAppeal:
  case models::CaseAction::LiftHold:
  case models::CaseAction::AgreeDestruction:
    return true;
  default:
    return false;
  }
}

} // namespace

ActionBar::ActionBar(const Context& context, QWidget* parent)
    : QFrame(parent), m_context(context), m_menu(new QMenu(this)) {
  setRole(this, QStringLiteral("bar"));
  auto* layout = new WrapLayout(this);
  layout->setContentsMargins(space::kSmall, space::kTight, space::kSmall, space::kTight);
  const QColor colour = context.theme.colours().text;
  for (int i = 0; i < models::kCaseActionCount; ++i) {
    const auto action = static_cast<models::CaseAction>(i);
    auto* button = new QToolButton(this);
    setRole(button, QStringLiteral("action"));
    button->setObjectName(QStringLiteral("action:") + models::nameOf(action));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(icon(iconOf(action), colour));
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, [this, action] { Q_EMIT wanted(action); });
    layout->addWidget(button);
    m_buttons[static_cast<std::size_t>(i)] = button;
  }
  auto* next = new QToolButton(this);
  setRole(next, QStringLiteral("action"));
  next->setObjectName(QStringLiteral("action:next"));
  next->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  next->setIcon(icon(QStringLiteral("next"), colour));
  next->setText(withKey(tr("Next"), keyOf(context, QStringLiteral("next"), QKeySequence(Qt::Key_N))));
  next->setToolTip(tr("Open the next case of the queue"));
  next->setFocusPolicy(Qt::TabFocus);
  connect(next, &QToolButton::clicked, this, &ActionBar::nextWanted);
  next->setVisible(!context.isApart());
  layout->addWidget(next);
  auto* more = new QToolButton(this);
  setRole(more, QStringLiteral("action"));
  more->setObjectName(QStringLiteral("action:more"));
  more->setText(tr("More") + QStringLiteral(" ▾"));
  more->setAccessibleName(tr("More"));
  more->setPopupMode(QToolButton::InstantPopup);
  more->setMenu(m_menu);
  more->setFocusPolicy(Qt::TabFocus);
  layout->addWidget(more);
  m_menu->setToolTipsVisible(true);
  connect(m_menu, &QMenu::aboutToShow, this, &ActionBar::fillMenu);
  connect(&context.opened, &models::OpenCase::changed, this, &ActionBar::refresh);
  connect(&context.opened, &models::OpenCase::switched, this, &ActionBar::refresh);
  connect(&context.desk.ports.sync, &models::SyncStatusSource::statusChanged, this, &ActionBar::refresh);
  refresh();
}

void ActionBar::refresh() {
  for (int i = 0; i < models::kCaseActionCount; ++i) {
    const auto action = static_cast<models::CaseAction>(i);
    QToolButton* button = m_buttons[static_cast<std::size_t>(i)];
    const auto why = models::whyNot(action, m_context.opened);
    const bool shown = models::isMain(action) || (isProminent(action) && !why);
    button->setVisible(shown);
    button->setEnabled(!why);
    const QKeySequence key = keyOf(m_context, action);
    button->setText(withKey(models::label(action), key));
    button->setAccessibleName(models::label(action));
    button->setAccessibleDescription(why.value_or(QString()));
    button->setToolTip(why ? *why : models::label(action));
  }
}

void ActionBar::fillMenu() {
  m_menu->clear();
  for (int i = 0; i < models::kCaseActionCount; ++i) {
    const auto action = static_cast<models::CaseAction>(i);
    const auto why = models::whyNot(action, m_context.opened);
    const QString key = keyOf(m_context, action).toString(QKeySequence::NativeText);
    QAction* entry = m_menu->addAction(
        key.isEmpty() ? models::label(action) : QStringLiteral("%1\t%2").arg(models::label(action), key));
    entry->setEnabled(!why);
    entry->setToolTip(why.value_or(QString()));
    connect(entry, &QAction::triggered, this, [this, action] { Q_EMIT wanted(action); });
  }
  if (m_context.isApart()) return;
  m_menu->addSeparator();
  const QString key = apartKey(m_context).toString(QKeySequence::NativeText);
  connect(m_menu->addAction(QStringLiteral("%1\t%2").arg(tr("Open in a window of its own"), key)),
          &QAction::triggered, this, &ActionBar::apartWanted);
}

} // namespace madoguchi::ui
