// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/basics/theme.h"

#include "ui/basics/indicatorstyle.h"
#include "ui/basics/toldchoice.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QFontMetrics>

#include <algorithm>
#include <utility>
#include <vector>

namespace madoguchi::ui {

namespace {

QColor colour(unsigned rgb) {
  return QColor::fromRgb(rgb);
}

Colours lightColours() {
  Colours c;
  c.window = colour(0xf4f5f7), c.base = colour(0xffffff), c.alternate = colour(0xf8f9fb);
  c.raised = colour(0xfafbfc), c.side = colour(0xeceff3), c.text = colour(0x1b1f24);
  c.muted = colour(0x565f6b), c.disabled = colour(0x8a929c), c.border = colour(0xc9cfd7);
  c.line = colour(0xe3e7ec), c.accent = colour(0x0b57a4), c.onAccent = colour(0xffffff);
  c.selection = colour(0xd6e6f7), c.selectionText = colour(0x0f1a26), c.button = colour(0xffffff);
  c.buttonHover = colour(0xe9eef5), c.danger = colour(0xab2018), c.dangerBack = colour(0xfbeae9);
  c.warning = colour(0x7d5000), c.ok = colour(0x1a6b38), c.okBack = colour(0xe7f4eb);
  c.messageBack = colour(0xeaf1f9);
  return c;
}

Colours darkColours() {
  Colours c;
  c.window = colour(0x1b1e23), c.base = colour(0x15181c), c.alternate = colour(0x1a1d22);
  c.raised = colour(0x22262c), c.side = colour(0x17191d), c.text = colour(0xe6e9ed);
  c.muted = colour(0xa6afba), c.disabled = colour(0x79828d), c.border = colour(0x414952);
  c.line = colour(0x2b3037), c.accent = colour(0x7ab4f5), c.onAccent = colour(0x0b1a2b);
  c.selection = colour(0x27415f), c.selectionText = colour(0xf2f6fb), c.button = colour(0x2a2f36);
  c.buttonHover = colour(0x343b44), c.danger = colour(0xff9a91), c.dangerBack = colour(0x46201d);
  c.warning = colour(0xe8b866), c.ok = colour(0x7fd19b), c.okBack = colour(0x1c3a27);
  c.messageBack = colour(0x20303f);
  return c;
}

Colours highContrastColours() {
  Colours c;
  const QColor black = colour(0x000000), white = colour(0xffffff), yellow = colour(0xffff00);
  c.window = c.base = c.alternate = c.raised = c.side = c.button = c.messageBack = black;
  c.dangerBack = c.okBack = black;
  c.text = c.muted = c.border = c.line = white;
  c.disabled = colour(0xb0b0b0);
  c.accent = c.selection = yellow, c.onAccent = c.selectionText = black;
  c.buttonHover = colour(0x222222), c.danger = colour(0xff9e9e), c.warning = yellow;
  c.ok = colour(0x80ff80);
  return c;
}

Colours coloursOf(Look look) {
  switch (look) {
  case Look::Light:
    return lightColours();
  case Look::Dark:
    return darkColours();
  case Look::HighContrast:
    return highContrastColours();
  }
  return {};
}

// Kanji have other shapes in Chinese fonts, which a fallback by code point may pick.
QFont withJapaneseFonts(QFont font) {
  QStringList families = font.families();
  for (const QString& family : {QStringLiteral("Noto Sans CJK JP"), QStringLiteral("Yu Gothic UI"),
                                QStringLiteral("Hiragino Sans"), QStringLiteral("IPAexGothic")})
    if (!families.contains(family)) families << family;
  font.setFamilies(families);
  return font;
}

} // namespace

Theme::Theme(Look look) : m_look(look), m_colours(coloursOf(look)) {}

QPalette Theme::palette() const {
  const Colours& c = m_colours;
  QPalette palette;
  const std::pair<QPalette::ColorRole, QColor> roles[] = {
      {QPalette::Window, c.window},      {QPalette::WindowText, c.text},
      {QPalette::Base, c.base},          {QPalette::AlternateBase, c.alternate},
      {QPalette::Text, c.text},          {QPalette::PlaceholderText, c.muted},
      {QPalette::Button, c.button},      {QPalette::ButtonText, c.text},
      {QPalette::BrightText, c.danger},  {QPalette::Highlight, c.selection},
      {QPalette::ToolTipBase, c.raised}, {QPalette::HighlightedText, c.selectionText},
      {QPalette::ToolTipText, c.text},   {QPalette::Link, c.accent},
      {QPalette::LinkVisited, c.accent}, {QPalette::Mid, c.border},
      {QPalette::Midlight, c.line},      {QPalette::Dark, c.border},
      {QPalette::Light, c.raised},       {QPalette::Shadow, c.border}};
  for (const auto& [role, value] : roles)
    palette.setColor(role, value);
  for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, c.disabled);
  return palette;
}

QString Theme::styleSheet() const {
  QFile file(QStringLiteral(":/style/desk.qss"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  QString sheet = QString::fromUtf8(file.readAll());
  const Colours& c = m_colours;
  std::vector<std::pair<QString, QColor>> names{
      {QStringLiteral("@window"), c.window},       {QStringLiteral("@base"), c.base},
      {QStringLiteral("@alternate"), c.alternate}, {QStringLiteral("@raised"), c.raised},
      {QStringLiteral("@side"), c.side},           {QStringLiteral("@text"), c.text},
      {QStringLiteral("@muted"), c.muted},         {QStringLiteral("@disabled"), c.disabled},
      {QStringLiteral("@border"), c.border},       {QStringLiteral("@line"), c.line},
      {QStringLiteral("@accent"), c.accent},       {QStringLiteral("@onAccent"), c.onAccent},
      {QStringLiteral("@selection"), c.selection}, {QStringLiteral("@selectionText"), c.selectionText},
      {QStringLiteral("@button"), c.button},       {QStringLiteral("@buttonHover"), c.buttonHover},
      {QStringLiteral("@danger"), c.danger},       {QStringLiteral("@dangerBack"), c.dangerBack},
      {QStringLiteral("@okBack"), c.okBack},       {QStringLiteral("@messageBack"), c.messageBack}};
  // "@selection" is the beginning of "@selectionText": the longer names go first.
  std::sort(names.begin(), names.end(),
            [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  for (const auto& [name, value] : names)
    sheet.replace(name, value.name());
  return sheet;
}

void Theme::apply(QApplication& application) const {
  QApplication::setStyle(new IndicatorStyle);
  QApplication::setPalette(palette());
  QApplication::setFont(withJapaneseFonts(QApplication::font()));
  application.setStyleSheet(styleSheet());
  tellChoicesByName();
}

void Theme::loadFonts() const {
  QFont font = QApplication::font();
  for (const bool bold : {false, true}) {
    font.setBold(bold);
    static_cast<void>(QFontMetrics(font).horizontalAdvance(QStringLiteral("窓口 Aa 1")));
  }
}

} // namespace madoguchi::ui
