// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shots/paperpages.h"

namespace madoguchi::tests {

PaperPages::PaperPages() {
  for (models::PageSource* source :
       {static_cast<models::PageSource*>(&m_real), static_cast<models::PageSource*>(&m_madeUp)}) {
    connect(source, &PageSource::opened, this, &PageSource::opened);
    connect(source, &PageSource::rendered, this, &PageSource::rendered);
    connect(source, &PageSource::found, this, &PageSource::found);
    connect(source, &PageSource::failed, this, &PageSource::failed);
  }
}

void PaperPages::open(quint64 request, const QByteArray& content, const QString& mediaType) {
  m_open->close();
  if (content.startsWith("%PDF"))
    m_open = &m_real;
  else
    m_open = &m_madeUp;
  m_open->open(request, content, mediaType);
}

} // namespace madoguchi::tests
