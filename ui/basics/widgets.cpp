// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/widgets.h"

#include "ui/basics/theme.h"

#include <QAction>
#include <QComboBox>
#include <QGuiApplication>
#include <QInputMethod>
#include <QInputMethodQueryEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QStyle>
#include <QTabWidget>
#include <QTextEdit>

namespace madoguchi::ui {

QLabel* titleLabel(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  setRole(label, QStringLiteral("title"));
  label->setTextFormat(Qt::PlainText);
  return label;
}

QLabel* mutedLabel(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  setRole(label, QStringLiteral("muted"));
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

QLabel* errorLabel(QWidget* parent) {
  auto* label = new QLabel(parent);
  setRole(label, QStringLiteral("error"));
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->hide();
  return label;
}

void showError(QLabel* label, const QString& text) {
  label->setText(text);
  label->setVisible(!text.isEmpty());
}

QLabel* valueLabel(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

QFrame* line(QWidget* parent) {
  auto* frame = new QFrame(parent);
  setRole(frame, QStringLiteral("line"));
  return frame;
}

QPushButton* primaryButton(const QString& text, QWidget* parent) {
  auto* button = new QPushButton(text, parent);
  setRole(button, QStringLiteral("primary"));
  return button;
}

QPushButton* linkButton(const QString& text, QWidget* parent) {
  auto* button = new QPushButton(text, parent);
  setRole(button, QStringLiteral("link"));
  button->setCursor(Qt::PointingHandCursor);
  button->setAutoDefault(false);
  return button;
}

QToolButton* plainButton(const QIcon& icon, const QString& toolTip, QWidget* parent) {
  auto* button = new QToolButton(parent);
  setRole(button, QStringLiteral("plain"));
  button->setIcon(icon);
  button->setToolTip(toolTip);
  button->setAccessibleName(toolTip);
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

void offerClearing(QLineEdit* line, const QString& name) {
  line->setClearButtonEnabled(true);
  for (QAction* action : line->findChildren<QAction*>(QStringLiteral("_q_qlineeditclearaction")))
    action->setText(name);
}

void setRole(QWidget* widget, const QString& role) {
  widget->setProperty("role", role);
}

void setStyleProperty(QWidget* widget, const char* name, const QVariant& value) {
  if (widget->property(name) == value) return;
  widget->setProperty(name, value);
  widget->style()->unpolish(widget);
  widget->style()->polish(widget);
}

void showInSeen(QWidget* part) {
  const bool decided = part->testAttribute(Qt::WA_WState_ExplicitShowHide);
  if (!decided && part->parentWidget()->isVisible()) part->show();
}

QWidget* pagesOf(QTabWidget* tabs) {
  return tabs->findChild<QStackedWidget*>(QString(), Qt::FindDirectChildrenOnly);
}

int em(const QWidget* widget) {
  return widget->fontMetrics().horizontalAdvance(QChar(u'0'));
}

void scaleFont(QWidget* widget, double factor) {
  QFont font = widget->font();
  font.setPointSizeF(font.pointSizeF() * factor);
  widget->setFont(font);
}

bool takesText(const QWidget* widget) {
  if (widget == nullptr || !widget->isEnabled()) return false;
  if (const auto* edit = qobject_cast<const QLineEdit*>(widget)) return !edit->isReadOnly();
  if (const auto* edit = qobject_cast<const QPlainTextEdit*>(widget)) return !edit->isReadOnly();
  if (const auto* edit = qobject_cast<const QTextEdit*>(widget)) return !edit->isReadOnly();
  // A list or a choice finds its entries by what is typed.
  if (qobject_cast<const QComboBox*>(widget) != nullptr) return true;
  return widget->testAttribute(Qt::WA_InputMethodEnabled) && widget->inputMethodQuery(Qt::ImEnabled).toBool();
}

} // namespace madoguchi::ui
