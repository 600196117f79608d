// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/postalworker.h"

#include <QCoreApplication>
#include <QFile>

namespace madoguchi::app {

PostalWorker::PostalWorker(QString file, QObject* parent) : PostalSource(parent), m_file(std::move(file)) {}

PostalWorker::~PostalWorker() {
  {
    const QMutexLocker lock(&m_mutex);
    m_stop = true;
    m_work.wakeAll();
  }
  if (m_thread.joinable()) m_thread.join();
}

QString PostalWorker::installedFile() {
  return QCoreApplication::applicationDirPath() +
         QStringLiteral("/../share/madoguchi/postal/postalcodes.txt");
}

quint64 PostalWorker::ask(const QString& typed, int most) {
  return post({0, typed.toStdString(), most, false});
}

quint64 PostalWorker::askMunicipality(const QString& typed, int most) {
  return post({0, typed.toStdString(), most, true});
}

quint64 PostalWorker::post(Question question) {
  const QMutexLocker lock(&m_mutex);
  question.request = ++m_last;
  m_question = std::move(question);
  if (!m_thread.joinable()) m_thread = std::thread([this] { run(); });
  m_work.wakeAll();
  return m_last;
}

void PostalWorker::run() {
  std::optional<core::PostalTable> table;
  if (QFile file(m_file); file.open(QIODevice::ReadOnly)) {
    auto read = core::PostalTable::read(file.readAll().toStdString());
    if (read) table.emplace(std::move(*read));
  }
  for (;;) {
    Question question;
    {
      const QMutexLocker lock(&m_mutex);
      while (!m_stop && !m_question)
        m_work.wait(&m_mutex);
      if (m_stop) return;
      question = *std::exchange(m_question, std::nullopt);
    }
    std::vector<core::PostalPlace> places;
    const auto most = static_cast<std::size_t>(question.most);
    if (table)
      places = question.isMunicipality ? table->municipalities(question.typed, most)
                                       : table->matching(question.typed, most);
    QMetaObject::invokeMethod(
        this, [this, question, places] { Q_EMIT answered(question.request, places); }, Qt::QueuedConnection);
  }
}

} // namespace madoguchi::app
