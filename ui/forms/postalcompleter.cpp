// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/postalcompleter.h"

#include "models/text.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QStandardItemModel>

namespace madoguchi::ui {

namespace {

constexpr int kMost = 20;
constexpr qsizetype kFewestLetters = 2;

} // namespace

QString placeText(const core::PostalPlace& place) {
  const QString code = models::qtext(place.code);
  if (code.isEmpty()) return models::qtext(place.municipality);
  return QStringLiteral("%1-%2 %3%4")
      .arg(code.left(3), code.mid(3), models::qtext(place.municipality), models::qtext(place.town));
}

PostalCompleter::PostalCompleter(QLineEdit* line, models::PostalSource& source, Of of)
    : QObject(line), m_line(line), m_source(source), m_of(of), m_model(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_model, this)) {
  m_completer->setWidget(line);
  m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
  m_completer->popup()->setAccessibleName(of == Of::Municipalities
                                              ? tr("Municipalities with this in their name")
                                              : tr("Places with this postal code or town"));
  connect(line, &QLineEdit::textEdited, this, &PostalCompleter::ask);
  connect(&source, &models::PostalSource::answered, this, &PostalCompleter::offer);
  connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
          [this](const QModelIndex& index) {
            const auto row = static_cast<std::size_t>(index.row());
            if (row < m_places.size()) Q_EMIT picked(m_places[row]);
          });
}

void PostalCompleter::ask(const QString& typed) {
  m_request = 0;
  m_completer->popup()->hide();
  if (typed.trimmed().size() < kFewestLetters) return;
  m_request = m_of == Of::Municipalities ? m_source.askMunicipality(typed.trimmed(), kMost)
                                         : m_source.ask(typed.trimmed(), kMost);
}

void PostalCompleter::offer(quint64 request, const std::vector<core::PostalPlace>& places) {
  if (request != m_request || !m_line->hasFocus() || places.empty()) return;
  m_places = places;
  m_model->clear();
  for (const core::PostalPlace& place : places)
    m_model->appendRow(new QStandardItem(placeText(place)));
  m_completer->complete();
}

} // namespace madoguchi::ui
