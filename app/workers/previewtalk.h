// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/frame.h"

#include <QDeadlineTimer>
#include <QProcess>

#include <optional>

namespace madoguchi::app {

/// madoguchi-preview, which lies beside the running program.
[[nodiscard]] QString previewProgram();

inline constexpr int kSecondsPerPage = 15; ///< how long one answer of it may take

/// A preview process of one's own, on a thread that may wait for it; never the UI thread. It goes with this.
class PreviewTalk {
public:
  explicit PreviewTalk(const QString& program);
  ~PreviewTalk();
  PreviewTalk(const PreviewTalk&) = delete;
  PreviewTalk& operator=(const PreviewTalk&) = delete;

  /// The answer (app/preview/session.h); nothing where the process is gone, talks nonsense or is too slow. It
  /// is not to be asked again then.
  [[nodiscard]] std::optional<preview::Frame> ask(preview::Frame question, const QDeadlineTimer& deadline);

private:
  QProcess m_process;
  preview::FrameReader m_reader;
  quint64 m_asked = 0;
};

} // namespace madoguchi::app
