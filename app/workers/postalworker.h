// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/postalsource.h"

#include <QMutex>
#include <QWaitCondition>

#include <optional>
#include <thread>

namespace madoguchi::app {

/// Reads the table of postal codes on a thread of its own, when it is first asked, and searches it there. The
/// newest question wins.
class PostalWorker final : public models::PostalSource {
  Q_OBJECT

public:
  /// `file`: postalcodes.txt of the resources; where it cannot be read, nothing is ever found.
  explicit PostalWorker(QString file, QObject* parent = nullptr);
  ~PostalWorker() override;

  /// Beside the program, installed as in the build tree.
  [[nodiscard]] static QString installedFile();

  [[nodiscard]] quint64 ask(const QString& typed, int most) override;
  [[nodiscard]] quint64 askMunicipality(const QString& typed, int most) override;

private:
  struct Question {
    quint64 request = 0;
    std::string typed;
    int most = 0;
    bool isMunicipality = false;
  };

  quint64 post(Question question);

  void run();

  QString m_file;
  QMutex m_mutex;
  QWaitCondition m_work;
  std::optional<Question> m_question;
  quint64 m_last = 0;
  bool m_stop = false;
  std::thread m_thread; ///< since the first question
};

} // namespace madoguchi::app
