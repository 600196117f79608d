// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "models/correctiontexts.h"
#include "models/opencase.h"

#include <QTableWidget>

#include <optional>
#include <vector>

class QComboBox;

namespace madoguchi::ui {

/// What the applicant is asked to correct: in each line what it is about, and what is to be done. A usual
/// text follows the due day and what its line is about as long as nobody has changed it.
class CorrectionItems : public QTableWidget {
  Q_OBJECT

public:
  /// Of the case that is open, which outlives this.
  CorrectionItems(const models::OpenCase& opened, QWidget* parent);

  void clearItems() { setRowCount(0); }
  void add(const core::CorrectionItem& item);
  /// A line of its own, to be written.
  void addEmpty();
  /// Puts a usual text into the current line; into a new one where that is about something else.
  void use(const models::UsualText& usual);
  /// As it would be used again: with its placeholders where it is still as it came. Of the current line.
  [[nodiscard]] QString currentText() const;
  void setDue(std::optional<core::Date> due);

  [[nodiscard]] std::vector<core::CorrectionItem> items() const;
  [[nodiscard]] bool isComplete() const;
  /// As it may be kept, and put back.
  [[nodiscard]] core::json::array written() const;
  void restore(const core::json::array& written);

Q_SIGNALS:
  void changed();

private:
  [[nodiscard]] core::CorrectionItem about(int row) const;
  void setAbout(int row, const core::CorrectionItem& item);
  void fill(int row, const std::string& usual);
  void refill(int row);
  void onAboutChanged(const QComboBox* box);
  [[nodiscard]] QComboBox* makeBox();

  const models::OpenCase& m_opened;
  std::vector<models::CorrectionTarget> m_targets;
  std::optional<core::Date> m_due;
  bool m_filling = false;
};

} // namespace madoguchi::ui
