// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/firstguide.h"

#include "ui/basics/keys.h"
#include "ui/basics/widgets.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi::ui {

namespace {

const QString kSeenKey = QStringLiteral("guide/seen");

} // namespace

FirstGuide::FirstGuide(const Context& context, const std::vector<WindowCommand>& commands, QWidget* parent)
    : QFrame(parent), m_context(context), m_count(mutedLabel({}, this)), m_title(titleLabel({}, this)),
      m_text(new QLabel(this)), m_back(new QPushButton(tr("Back"), this)), m_next(primaryButton({}, this)),
      m_skip(linkButton(tr("Skip the guide"), this)) {
  m_steps = stepsWith(commands);
  setObjectName(QStringLiteral("firstGuide"));
  setRole(this, QStringLiteral("message"));
  setAccessibleName(tr("Guide"));
  m_count->setObjectName(QStringLiteral("guideCount"));
  m_count->setWordWrap(false);
  m_title->setObjectName(QStringLiteral("guideTitle"));
  m_text->setObjectName(QStringLiteral("guideText"));
  m_back->setObjectName(QStringLiteral("guideBack"));
  m_next->setObjectName(QStringLiteral("guideNext"));
  m_skip->setObjectName(QStringLiteral("guideSkip"));
  m_text->setWordWrap(true);
  m_text->setMinimumHeight(2 * fontMetrics().lineSpacing());
  auto* head = new QHBoxLayout;
  head->setSpacing(space::kMedium);
  head->addWidget(m_title);
  head->addWidget(m_count);
  head->addStretch(1);
  head->addWidget(m_skip);
  head->addWidget(m_back);
  head->addWidget(m_next);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::kLarge, space::kSmall, space::kMedium, space::kMedium);
  layout->setSpacing(space::kTight);
  layout->addLayout(head);
  layout->addWidget(m_text);
  connect(m_next, &QPushButton::clicked, this,
          [this] { m_step + 1 < stepCount() ? showStep(m_step + 1) : finish(); });
  connect(m_back, &QPushButton::clicked, this, [this] { showStep(m_step - 1); });
  connect(m_skip, &QPushButton::clicked, this, &FirstGuide::finish);
  hide();
}

std::vector<FirstGuide::Step> FirstGuide::stepsWith(const std::vector<WindowCommand>& commands) const {
  const auto key = [&commands](const char* name) {
    const auto found = std::find_if(commands.begin(), commands.end(), [name](const WindowCommand& command) {
      return command.name == QLatin1String(name);
    });
    return found == commands.end() ? QString() : found->key.toString(QKeySequence::NativeText);
  };
  const auto caseKey = [this](models::CaseAction action) {
    return keyOf(m_context, action).toString(QKeySequence::NativeText);
  };
  return {
      {tr("Your queues"),
       tr("At the left stand your queues with how many cases each holds: what is yours, what nobody holds, "
          "what is due. %1 to %2 open the first nine of them.")
           .arg(key("queue1"), key("queue9"))},
      {tr("Five keys for a case"),
       tr("%1 and %2 go down and up. %3 takes the case, %4 examines it, and %5 opens the next one. No mouse "
          "is needed; every button names its key.")
           .arg(key("down"), key("up"), caseKey(models::CaseAction::Take),
                caseKey(models::CaseAction::Examine), key("next"))},
      {tr("Nothing is lost"),
       tr("What you type saves itself, and %1 takes a step back. Everything is kept on this PC, encrypted.")
           .arg(key("undo"))},
      {tr("Without the network"),
       tr("Go on working: your cases are here. Only decisions, and what rests on them, wait for the server; "
          "the desk says so where it is the case.")},
      {tr("The outbox"),
       tr("What is not sent yet waits in the outbox (%1, or a click at the bottom). Where a colleague was "
          "faster, you find it in “Needs attention”.")
           .arg(key("outbox"))},
      {tr("Help is one key away"),
       tr("%1 lists the keys, %2 opens the help. %3 finds every action by its name, and %4 every case.")
           .arg(key("keys"), key("help"), key("palette"), key("search"))},
      {tr("Try it without risk"),
       tr("%1 opens the practice office: made-up cases on this PC alone, with tasks that check themselves. "
          "Nothing there is ever sent.")
           .arg(key("training"))},
  };
}

void FirstGuide::openAtFirstStart() {
  const auto& ports = m_context.desk.ports;
  if (ports.training != nullptr || ports.preferences.value(kSeenKey, false).toBool()) return;
  // The keyboard stays with the work: whoever knows the desk goes on.
  showStep(0);
}

void FirstGuide::open() {
  showStep(0);
  m_next->setFocus(Qt::OtherFocusReason);
}

void FirstGuide::showStep(int step) {
  m_step = std::clamp(step, 0, stepCount() - 1);
  const Step& now = m_steps[static_cast<std::size_t>(m_step)];
  m_title->setText(now.title);
  m_text->setText(now.text);
  m_count->setText(tr("%1 of %2").arg(m_step + 1).arg(stepCount()));
  m_back->setEnabled(m_step > 0);
  m_next->setText(m_step + 1 < stepCount() ? tr("Next") : tr("Close"));
  // The button that is focused is read with what it leads to.
  m_next->setAccessibleDescription(now.title + QStringLiteral(". ") + now.text);
  show();
  QAccessibleEvent changed(m_text, QAccessible::NameChanged);
  QAccessible::updateAccessibility(&changed);
}

void FirstGuide::finish() {
  m_context.desk.ports.preferences.setValue(kSeenKey, true);
  const bool hadFocus = isAncestorOf(window()->focusWidget());
  hide();
  if (hadFocus) Q_EMIT closed();
}

bool FirstGuide::event(QEvent* event) {
  // Escape is the guide's while the keyboard is on it, and not the window's.
  if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    event->accept();
    return true;
  }
  return QFrame::event(event);
}

void FirstGuide::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return finish();
  QFrame::keyPressEvent(event);
}

} // namespace madoguchi::ui
