// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/placecolumn.h"

#include "models/errortext.h"
#include "models/sizetext.h"
#include "ui/basics/icons.h"

#include <QTableWidget>

namespace madoguchi::ui {

using models::DocumentPlace;
using models::DocumentPlaces;

PlaceColumn::PlaceColumn(const Context& context, QTableWidget& table, int column)
    : QObject(&table), m_context(context), m_table(table), m_column(column),
      m_places(context.desk.ports.places) {
  m_table.setColumnHidden(m_column, m_places == nullptr);
  if (m_places == nullptr) return;
  connect(m_places, &DocumentPlaces::changed, this, &PlaceColumn::refresh);
  connect(m_places, &DocumentPlaces::transferred, this, &PlaceColumn::refresh);
  connect(m_places, &DocumentPlaces::failed, this,
          [this](const core::Error& error) { Q_EMIT failed(models::errorText(error.code)); });
  connect(&context.desk.ports.blobs, &models::BlobSource::loaded, this, &PlaceColumn::watch);
}

std::vector<core::BlobId> PlaceColumn::blobs() const {
  std::vector<core::BlobId> blobs;
  if (const core::CaseState* state = m_context.opened.state())
    for (const core::CaseDocument& document : state->documents)
      if (!document.detached) blobs.push_back(document.blob);
  return blobs;
}

void PlaceColumn::watch() {
  if (m_places == nullptr) return;
  m_places->watch(this, blobs());
  refresh();
}

void PlaceColumn::refresh() {
  const core::CaseState* state = m_context.opened.state();
  for (int row = 0; state != nullptr && row < m_table.rowCount(); ++row) {
    const auto index = static_cast<std::size_t>(m_table.item(row, 0)->data(Qt::UserRole).toInt());
    if (index >= state->documents.size()) continue;
    const core::CaseDocument& document = state->documents[index];
    QTableWidgetItem* item = m_table.item(row, m_column);
    const Colours& colours = m_context.theme.colours();
    item->setIcon(isKept(document) ? icon(QStringLiteral("keep"), colours.text, colours.selectionText)
                                   : QIcon());
    item->setText(text(document));
    item->setToolTip(item->text()); // where the column is too narrow
  }
  m_table.resizeColumnToContents(m_column);
  Q_EMIT changed();
}

QString PlaceColumn::text(const core::CaseDocument& document) const {
  const bool kept = isKept(document);
  const auto transfer = m_places->transferOf(document.blob);
  const QString way =
      transfer ? models::transferText(transfer->done, transfer->total > 0 ? transfer->total : document.size)
               : QString();
  QString text;
  switch (m_places->placeOf(document.blob)) {
  case DocumentPlace::Unknown:
    return {};
  case DocumentPlace::Server:
    return kept ? tr("To be fetched; kept") : tr("On the server only");
  case DocumentPlace::Here:
    text = tr("✓ Also offline");
    break;
  case DocumentPlace::Unsent:
    text = transfer ? tr("Being sent: %1").arg(way) : tr("Not sent yet");
    break;
  case DocumentPlace::Coming:
    text = transfer ? tr("Being fetched: %1").arg(way) : tr("Being fetched …");
    break;
  }
  return kept ? tr("%1; kept").arg(text) : text;
}

bool PlaceColumn::isKept(const core::CaseDocument& document) const {
  return m_places != nullptr && m_places->isKept(document.blob);
}

bool PlaceColumn::keepsAll() const {
  return m_places != nullptr && m_places->keepsAllOf(m_context.opened.id());
}

QString PlaceColumn::whyNot() const {
  return m_places == nullptr ? tr("No documents are fetched here.") : QString();
}

void PlaceColumn::toggle(const core::CaseDocument& document) {
  if (m_places != nullptr) m_places->keep(m_context.opened.id(), document.blob, !isKept(document));
}

void PlaceColumn::toggleAll() {
  if (m_places != nullptr) m_places->keepAll(m_context.opened.id(), blobs(), !keepsAll());
}

} // namespace madoguchi::ui
