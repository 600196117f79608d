// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/previewprocess.h"
#include "tests/support/fakeports.h"

namespace madoguchi::tests {

/// The true pages of a paper, by the helper; what only pretends to be a document has made-up ones.
class PaperPages final : public models::PageSource {
public:
  PaperPages();

  void open(quint64 request, const QByteArray& content, const QString& mediaType) override;
  void close() override { m_open->close(); }
  void render(quint64 request, int page, int width) override { m_open->render(request, page, width); }
  void find(quint64 request, const QString& text) override { m_open->find(request, text); }

private:
  app::PreviewPages m_real;
  FakePages m_madeUp;
  models::PageSource* m_open = &m_madeUp;
};

} // namespace madoguchi::tests
