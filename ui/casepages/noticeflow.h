// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"
#include "ui/dialogs/noticedialog.h"
#include "ui/notice/paperflow.h"

#include <QByteArray>
#include <QObject>

#include <optional>

class QWidget;

namespace madoguchi::ui {

/// Issues the notice of a decided case: makes its PDF, shows it, keeps it as a blob and only then says
/// IssueNotice; or prints it, or saves it to a file. Shows it again once it is issued.
class NoticeFlow : public QObject {
  Q_OBJECT

public:
  NoticeFlow(const Context& context, QWidget* window);

  void begin();
  /// The notice as it was issued, from the cache or the server.
  void show();

Q_SIGNALS:
  void said(const madoguchi::ui::Message& message);

private:
  struct Issue {
    quint64 request = 0;
    core::CaseId caseId;
    core::Channel channel = core::Channel::Post;
  };

  struct Look {
    quint64 request = 0;
    Paper paper; ///< but for its content, which comes
  };

  /// Of the case that is open and decided, with this content.
  [[nodiscard]] Paper paperOf(const QByteArray& pdf) const;
  NoticeDialog* open(NoticeDialog::Kind kind, const Paper& paper);
  void issue(core::Channel channel, const QByteArray& pdf);
  void fail(core::ErrorCode code);

  Context m_context;
  QWidget* m_window;
  PaperFlow* m_paper;
  std::optional<Issue> m_issue;
  std::optional<Look> m_look;
};

} // namespace madoguchi::ui
