// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QByteArray>
#include <QObject>

#include <optional>

class QWidget;

namespace madoguchi::ui {

/// Issues the notice of a decided case: makes its PDF, shows it, keeps it as a blob and only then says
/// IssueNotice; or saves it to a file, with its row in the journal first.
class NoticeFlow : public QObject {
  Q_OBJECT

public:
  NoticeFlow(const Context& context, QWidget* window);

  void begin();

Q_SIGNALS:
  void said(const madoguchi::ui::Message& message);

private:
  struct Issue {
    quint64 request = 0;
    core::CaseId caseId;
    core::Channel channel = core::Channel::Post;
  };
  struct Save {
    quint64 request = 0;
    QString path;
    QByteArray pdf;
  };

  void issue(core::Channel channel, const QByteArray& pdf);
  void askPath(const QByteArray& pdf);
  void fail(core::ErrorCode code);

  Context m_context;
  QWidget* m_window;
  std::optional<Issue> m_issue;
  std::optional<Save> m_journal; ///< waits for its row in the journal
  std::optional<quint64> m_writing;
};

} // namespace madoguchi::ui
