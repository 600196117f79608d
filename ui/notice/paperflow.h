// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QByteArray>
#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <set>

class QPrinter;
class QWidget;

namespace madoguchi::ui {

/// A paper that the desk has made of a case.
struct Paper {
  core::CaseId caseId;
  QString name; ///< of the file without its ending, and of the printer's job
  QByteArray pdf;
};

/// How a paper leaves the desk: into a file or onto a printer, which the user chooses. Its row in the journal
/// ("export" or "print", with the case) comes first; without it nothing happens.
class PaperFlow : public QObject {
  Q_OBJECT

public:
  /// `window`: over which it asks.
  PaperFlow(const Context& context, QWidget* window);

  void save(const Paper& paper);
  void print(const Paper& paper);
  /// To the place that the user has chosen.
  void saveTo(const Paper& paper, const QString& path);
  void printOn(const Paper& paper, const std::shared_ptr<QPrinter>& printer);

Q_SIGNALS:
  void said(const madoguchi::ui::Message& message);

private:
  struct Task {
    Paper paper;
    QString path;
    std::shared_ptr<QPrinter> printer; ///< null: into the file
  };

  void begin(const std::string& action, Task task);
  void go(const Task& task);
  void fail(const core::Error& error);

  Context m_context;
  QWidget* m_window;
  std::map<quint64, Task> m_tasks; ///< wait for their row in the journal
  std::set<quint64> m_writing, m_printing;
};

} // namespace madoguchi::ui
