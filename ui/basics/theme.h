// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

class QApplication;

namespace madoguchi::ui {

enum class Look { Light, Dark, HighContrast };

/// The colours of a look. Every pair of text and ground keeps a contrast of 4.5 : 1 or more (WCAG 2 AA).
struct Colours {
  QColor window, base, alternate, raised, side, text, muted, disabled, border, line;
  QColor accent, onAccent, selection, selectionText, button, buttonHover;
  QColor danger, dangerBack, warning, ok, okBack, messageBack;
};

/// Spacing and type come in steps; nothing is measured in loose numbers. Pixels are device independent.
namespace space {
inline constexpr int kTight = 4;
inline constexpr int kSmall = 8;
inline constexpr int kMedium = 12;
inline constexpr int kLarge = 20;
} // namespace space

namespace type {
inline constexpr double kSmall = 0.9; ///< times the application's font
inline constexpr double kTitle = 1.3;
inline constexpr double kDisplay = 1.7;
} // namespace type

/// One look of the whole program: palette, style sheet and fonts on top of Fusion.
class Theme {
public:
  explicit Theme(Look look);

  [[nodiscard]] Look look() const { return m_look; }
  [[nodiscard]] const Colours& colours() const { return m_colours; }
  /// What a sign of this colour has on the ground of a selection: in high contrast nothing but the
  /// selection's own text can be read there.
  [[nodiscard]] const QColor& onSelection(const QColor& sign) const {
    return m_look == Look::HighContrast ? m_colours.selectionText : sign;
  }
  [[nodiscard]] QPalette palette() const;
  void apply(QApplication& application) const;
  /// Has the fonts found and read from the disk that the first text would else wait for.
  void loadFonts() const;

private:
  [[nodiscard]] QString styleSheet() const;

  Look m_look;
  Colours m_colours;
};

} // namespace madoguchi::ui
