// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/messagebar.h"

#include "ui/basics/icons.h"
#include "ui/basics/widgets.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QTimer>

namespace madoguchi::ui {

namespace {

constexpr int kStays = 6000; ///< milliseconds

} // namespace

MessageBar::MessageBar(const Context& context, QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_leaving(new QTimer(this)) {
  setRole(this, QStringLiteral("message"));
  m_text->setObjectName(QStringLiteral("message"));
  m_text->setTextFormat(Qt::PlainText);
  m_text->setWordWrap(true);
  m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* close =
      plainButton(icon(QStringLiteral("close"), context.theme.colours().text), tr("Close the message"), this);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(space::kMedium, space::kTight, space::kTight, space::kTight);
  layout->addWidget(m_text, 1);
  layout->addWidget(close, 0, Qt::AlignTop);
  m_leaving->setSingleShot(true);
  m_leaving->setInterval(kStays);
  connect(m_leaving, &QTimer::timeout, this, &QWidget::hide);
  connect(close, &QToolButton::clicked, this, &QWidget::hide);
  hide();
}

void MessageBar::say(const Message& message) {
  const QString severity = message.severity == Message::Severity::Error  ? QStringLiteral("error")
                           : message.severity == Message::Severity::Done ? QStringLiteral("done")
                                                                         : QStringLiteral("info");
  const QString sign = message.severity == Message::Severity::Error  ? QStringLiteral("! ")
                       : message.severity == Message::Severity::Done ? QStringLiteral("✓ ")
                                                                     : QString();
  setStyleProperty(this, "severity", severity);
  m_text->setText(sign + message.text);
  show();
  m_leaving->stop();
  if (message.severity != Message::Severity::Error) m_leaving->start();
  QAccessibleEvent event(m_text, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

QString MessageBar::text() const {
  return isHidden() ? QString() : m_text->text();
}

} // namespace madoguchi::ui
