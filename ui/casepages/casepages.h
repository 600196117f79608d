// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attachmentqueue.h"
#include "models/caseactions.h"
#include "ui/basics/context.h"

#include <QTabWidget>

namespace madoguchi::ui {

class ActionBar;
class ActionRunner;
class ApplicationPage;
class DecisionPage;
class DocumentsPage;
class ExaminationPage;
class TimelinePage;

/// What there is to read and to do in the case that is open: its actions, and a tab for each page.
class CasePages : public QWidget {
  Q_OBJECT

public:
  enum Page { kApplication, kDocuments, kExamination, kDecision, kTimeline, kNotes };

  CasePages(const Context& context, QWidget* parent = nullptr);

  void showPage(Page page);
  [[nodiscard]] Page page() const;
  [[nodiscard]] QWidget* pageInFront() const;
  [[nodiscard]] ApplicationPage& application() const { return *m_application; }
  [[nodiscard]] DocumentsPage& documents() const { return *m_documents; }
  [[nodiscard]] TimelinePage& timeline() const { return *m_timeline; }
  void focusPage();
  /// Leads to what is missing before a draft is possible, or to the draft.
  void showMissing();
  /// Does the action, or says why it cannot be done.
  void run(models::CaseAction action);
  /// Shows the notice as it was issued; nothing where none was.
  void showNotice();
  /// Shows the documents, and attaches a scan of the tray to the case that is open.
  void attachScan(const QString& path, const std::string& kind, const models::AttachmentQueue::Paper& paper);
  /// Saves what is typed before another case is shown.
  bool commit();

Q_SIGNALS:
  void said(const madoguchi::ui::Message& message);
  /// The user wants the next case of the queue.
  void nextWanted();
  /// The user wants this one in a window of its own.
  void apartWanted();

private:
  void watchEvidence();
  void watchCase();

  Context m_context;
  QTabWidget* m_tabs;
  ApplicationPage* m_application;
  DocumentsPage* m_documents;
  ExaminationPage* m_examination;
  DecisionPage* m_decision;
  TimelinePage* m_timeline;
  ActionRunner* m_runner;
};

} // namespace madoguchi::ui
