// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QSpinBox;
class QStackedWidget;

namespace madoguchi::ui {

class EvidencePanel;
class PageStrip;
class PageView;
class PreviewWords;

/// Shows a document's pages. Its content is loaded after the desk's journal has taken down that it is looked
/// at, and read by a process that may die of it; what cannot be shown says why.
class DocumentViewer : public QWidget {
  Q_OBJECT

public:
  DocumentViewer(const Context& context, QWidget* parent = nullptr);
  ~DocumentViewer() override;

  void show(const core::CaseDocument& document, const core::CaseId& caseId);
  void clear();
  /// A frame for a mark on the pages that are shown; `criterion` may be empty.
  void beginMark(const core::CriterionId& criterion);
  /// Rings the place, once its document is shown.
  void showMark(const core::EvidenceMark& mark);

Q_SIGNALS:
  void marked();
  /// A place is being marked, or no more.
  void marking(bool now);
  void refused(const QString& why);

private:
  [[nodiscard]] QWidget* makeTools();
  [[nodiscard]] QWidget* makeFinder();
  void followJournal();
  void load();
  void showWords(const QString& text, bool again = false);
  void find();
  void step(int by);
  void refreshPlace();

  Context m_context;
  QStackedWidget* m_stack;
  PreviewWords* m_words;
  PageView* m_view;
  PageStrip* m_strip;
  EvidencePanel* m_evidence;
  QSpinBox* m_page;
  QLabel* m_count;
  QLabel* m_zoom;
  QLineEdit* m_find;
  QLabel* m_hitCount;
  core::BlobId m_blob;
  core::CaseId m_case;
  QString m_mediaType;
  qint64 m_size = 0; ///< bytes
  std::optional<quint64> m_journalRequest;
  std::optional<quint64> m_loadRequest;
  std::optional<quint64> m_openRequest;
  std::optional<quint64> m_findRequest;
  QList<models::PageHit> m_hits;
  int m_hit = -1;
};

} // namespace madoguchi::ui
