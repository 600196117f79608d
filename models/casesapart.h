// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/opencase.h"
#include "models/ports/pagesource.h"
#include "models/timelinemodel.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace madoguchi::models {

/// A case that has a window of its own, and what is read for that window alone.
struct CaseApart {
  CaseApart(std::unique_ptr<CaseSource> cases, std::unique_ptr<PageSource> pictures, CommandSink& sink,
            ReferenceSource& references, SyncStatusSource& sync, UndoStack& undo, const Clock& clock)
      : source(std::move(cases)), pages(std::move(pictures)),
        opened(*source, sink, references, sync, undo, clock), timeline(opened) {}

  std::unique_ptr<CaseSource> source;
  std::unique_ptr<PageSource> pages;
  OpenCase opened;
  TimelineModel timeline;
  QByteArray geometry; ///< of its window, for the one that takes its place in another language or look
};

/// The cases that have windows of their own. A case is worked on at one place: while it is here, `beside`,
/// which is the case beside the list, does not read it (OpenCase::isElsewhere). Windows come and go with the
/// language; what is here stays. UI thread.
class CasesApart : public QObject {
  Q_OBJECT

public:
  using Make = std::function<std::unique_ptr<CaseApart>()>;
  CasesApart(Make make, OpenCase& beside, QObject* parent = nullptr);

  /// `wanted` follows, for a case that is here already, too; but what is being done to it beside the list is
  /// awaited, so that it is read with that.
  void open(const core::CaseId& id);
  /// Gives the case back. Its window is gone before that.
  void close(const core::CaseId& id);
  /// Null where the case has no window of its own.
  [[nodiscard]] CaseApart* find(const core::CaseId& id) const;
  /// In the order in which they were opened.
  [[nodiscard]] const std::vector<std::unique_ptr<CaseApart>>& all() const { return m_all; }

Q_SIGNALS:
  /// The window of this case is to come forth, and to be made where there is none.
  void wanted(const core::CaseId& id);

private:
  void goOn();

  Make m_make;
  OpenCase& m_beside;
  core::CaseId m_waiting; ///< for what is being done beside the list
  std::vector<std::unique_ptr<CaseApart>> m_all;
};

} // namespace madoguchi::models
