// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workers/workers.h"
#include "models/ports/heldcasessource.h"

namespace madoguchi::app {

/// Compares in the cache what a person holds with what it was. UI thread; reads over a reader thread.
class CachedHeldCases final : public models::HeldCasesSource {
  Q_OBJECT

public:
  explicit CachedHeldCases(const Workers& workers, QObject* parent = nullptr);
  ~CachedHeldCases() override;

  void ask(quint64 request, const core::HeldQuestion& question) override;

private:
  Workers m_workers;
};

} // namespace madoguchi::app
