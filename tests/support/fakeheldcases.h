// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/heldcasessource.h"
#include "tests/support/fakedesk.h"

namespace madoguchi::tests {

/// What somebody holds of the cases of a FakeDesk, which outlives this.
class FakeHeldCases final : public models::HeldCasesSource {
  Q_OBJECT

public:
  explicit FakeHeldCases(FakeDesk& desk);
  void ask(quint64 request, const core::HeldQuestion& question) override;

  int asked = 0;

private:
  FakeDesk& m_desk;
};

} // namespace madoguchi::tests
