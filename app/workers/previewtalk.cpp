// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/previewtalk.h"

#include "app/workers/previewanswer.h"

#include <QCoreApplication>

namespace madoguchi::app {

QString previewProgram() {
  return QCoreApplication::applicationDirPath() + QStringLiteral("/madoguchi-preview");
}

PreviewTalk::PreviewTalk(const QString& program) {
  m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  m_process.start(program, QStringList());
}

PreviewTalk::~PreviewTalk() {
  m_process.kill();
  m_process.waitForFinished(1000);
}

std::optional<preview::Frame> PreviewTalk::ask(preview::Frame question, const QDeadlineTimer& deadline) {
  question.header["id"] = static_cast<std::int64_t>(++m_asked);
  m_process.write(preview::write(question));
  for (;;) {
    auto answer = m_reader.next();
    if (!answer || (*answer && requestIn(**answer) != m_asked)) return std::nullopt;
    if (*answer) return std::move(*answer);
    if (!m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) return std::nullopt;
    m_reader.add(m_process.readAllStandardOutput());
  }
}

} // namespace madoguchi::app
