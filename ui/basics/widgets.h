// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QString>
#include <QToolButton>

class QLineEdit;
class QTabWidget;

/// Small pieces that every page is made of, each with its role for the style sheet.
namespace madoguchi::ui {

[[nodiscard]] QLabel* titleLabel(const QString& text, QWidget* parent = nullptr);
/// Wraps; small and muted.
[[nodiscard]] QLabel* mutedLabel(const QString& text, QWidget* parent = nullptr);
/// Wraps; empty and hidden until there is an error to say.
[[nodiscard]] QLabel* errorLabel(QWidget* parent = nullptr);
void showError(QLabel* label, const QString& text);
/// Wraps, can be selected by mouse and keyboard.
[[nodiscard]] QLabel* valueLabel(const QString& text, QWidget* parent = nullptr);
[[nodiscard]] QFrame* line(QWidget* parent = nullptr);
[[nodiscard]] QPushButton* primaryButton(const QString& text, QWidget* parent = nullptr);
[[nodiscard]] QPushButton* linkButton(const QString& text, QWidget* parent = nullptr);
[[nodiscard]] QToolButton* plainButton(const QIcon& icon, const QString& toolTip, QWidget* parent = nullptr);

/// A line that is emptied by a button in it, which says what it does.
void offerClearing(QLineEdit* line, const QString& name);

void setRole(QWidget* widget, const QString& role);
/// A dynamic property that the style sheet looks at; repaints.
void setStyleProperty(QWidget* widget, const char* name, const QVariant& value);
/// Shows what was just put into a parent that is seen: its layout would do it later, and Tab would pass over
/// it until then. Whatever is in a parent that is not seen yet is shown with it, and laid out once for all.
void showInSeen(QWidget* part);
/// Where the pages of a tab widget stand. One that is made in it need not be taken in by it: the style sheet
/// would be matched anew against all that is in the page.
[[nodiscard]] QWidget* pagesOf(QTabWidget* tabs);
/// The width of a digit: what widths are measured in.
[[nodiscard]] int em(const QWidget* widget);
void scaleFont(QWidget* widget, double factor);
/// Whether a key that makes a character belongs to this widget: an editor, or what composes text with an
/// input method.
[[nodiscard]] bool takesText(const QWidget* widget);

} // namespace madoguchi::ui
