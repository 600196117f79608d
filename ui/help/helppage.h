// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListWidget;
class QTextBrowser;

namespace madoguchi::ui {

/// The help texts (resources/help) in the language of the desk: a list of topics and the chosen one.
class HelpPage : public QWidget {
  Q_OBJECT

public:
  explicit HelpPage(QWidget* parent = nullptr);

private:
  QListWidget* m_topics;
  QTextBrowser* m_text;
};

} // namespace madoguchi::ui
