// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/documentplaces.h"
#include "ui/basics/context.h"

#include <QObject>

class QTableWidget;

namespace madoguchi::ui {

/// The column of the documents' list that says where each one is, how far it is on its way, and whether it
/// stays on this PC; and the user's word for that. Hidden where it is not known.
class PlaceColumn : public QObject {
  Q_OBJECT

public:
  /// The first item of each row holds, as Qt::UserRole, which document of the open case it shows.
  PlaceColumn(const Context& context, QTableWidget& table, int column);

  /// The rows are other ones.
  void watch();
  [[nodiscard]] bool isKept(const core::CaseDocument& document) const;
  [[nodiscard]] bool keepsAll() const;
  /// Empty: it can be said of documents whether they stay.
  [[nodiscard]] QString whyNot() const;
  /// Keeps it, or does not any more.
  void toggle(const core::CaseDocument& document);
  /// Of all that the case has, and of those that come later.
  void toggleAll();

Q_SIGNALS:
  void changed();
  void failed(const QString& text);

private:
  void refresh();
  [[nodiscard]] QString text(const core::CaseDocument& document) const;
  [[nodiscard]] std::vector<core::BlobId> blobs() const;

  Context m_context;
  QTableWidget& m_table;
  int m_column;
  models::DocumentPlaces* m_places;
};

} // namespace madoguchi::ui
