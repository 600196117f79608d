// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/postalsource.h"

#include <QObject>

#include <vector>

class QCompleter;
class QLineEdit;
class QStandardItemModel;

namespace madoguchi::ui {

/// Offers places while a postal code or a town is typed into a line: the codes of a town, the town of a code;
/// or municipalities while one is typed. Whoever typed chooses; nothing is filled in unasked.
class PostalCompleter : public QObject {
  Q_OBJECT

public:
  enum class Of { CodesAndTowns, Municipalities };

  /// Lives with the line. The source outlives both.
  PostalCompleter(QLineEdit* line, models::PostalSource& source, Of of = Of::CodesAndTowns);

Q_SIGNALS:
  void picked(const madoguchi::core::PostalPlace& place);

private:
  void ask(const QString& typed);
  void offer(quint64 request, const std::vector<core::PostalPlace>& places);

  QLineEdit* m_line;
  models::PostalSource& m_source;
  Of m_of;
  QStandardItemModel* m_model;
  QCompleter* m_completer;
  std::vector<core::PostalPlace> m_places;
  quint64 m_request = 0;
};

/// "160-0023 東京都新宿区西新宿"; without a code "東京都新宿区".
[[nodiscard]] QString placeText(const core::PostalPlace& place);

} // namespace madoguchi::ui
