// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batchmodel.h"
#include "tests/support/fakedesk.h"

#include <QAbstractItemModelTester>
#include <QtTest>

#include <algorithm>
#include <memory>

namespace madoguchi::tests {

/// "To decide" of the chief SUZUKI, over a desk in memory with alike drafts by KATO.
struct BatchRig {
  explicit BatchRig(int alike = 4) {
    start();
    for (int i = 0; i < alike; ++i) {
      const std::size_t place =
          fake.arrive("food-business-permit", "申請者" + std::to_string(i), "シンセイシャ", 3);
      fake.examine(place, "kato");
      fake.submit(place, {}, "kato");
    }
  }
  void addUnlike() {
    const std::size_t place = fake.arrive("food-business-permit", "条件つき", "ジョウケン", 3);
    fake.examine(place, "kato");
    core::DraftDecision draft;
    draft.outcome = core::Outcome::GrantedWithConditions;
    draft.conditions = {"深夜の営業を行わないこと。"};
    fake.submit(place, draft, "kato");
  }
  /// A program, with nothing of an earlier one but what is kept.
  void start() {
    tester.reset();
    made.reset();
    made = std::make_unique<models::BatchModel>(fake.batch, fake.commands, fake.referenceSource, fake.drafts,
                                                undo, [this] { return fake.now; });
    tester = std::make_unique<QAbstractItemModelTester>(made.get());
  }
  [[nodiscard]] models::BatchModel& model() const { return *made; }
  void load() const {
    QSignalSpy loaded(made.get(), &models::BatchModel::loaded);
    made->load();
    QVERIFY(loaded.wait());
  }
  /// Decides until so many are done, and is killed while the next one is on its way: its command is in the
  /// cache, and nobody has heard of it. Returns its place.
  std::size_t killAfter(std::size_t done) {
    QObject::connect(made.get(), &models::BatchModel::runChanged, made.get(), [this, done] {
      if (model().run().finished() == done) model().pause();
    });
    if (!QTest::qWaitFor([&] { return model().run().finished() == done; })) qFatal("nothing is decided");
    const models::BatchItem next = model().run().items()[done];
    const models::BatchOrder& order = model().run().order();
    core::CommandBody body = core::Approve{next.draftVersion, next.draftHash, {}};
    if (order.decision == models::BatchOrder::Decision::Return)
      body = core::ReturnForRevision{next.draftVersion, order.reason};
    if (!fake.perform(next.caseId, body)) qFatal("the rules refuse it");
    start();
    return static_cast<std::size_t>(fake.find(next.caseId) - fake.cases.data());
  }
  /// The row of the case, wherever it stands.
  [[nodiscard]] QModelIndex rowOf(const core::CaseId& id, int column = 0) const {
    for (int group = 0; group < model().rowCount(); ++group) {
      const QModelIndex parent = model().index(group, 0);
      for (int row = 0; row < model().rowCount(parent); ++row)
        if (model().caseAt(model().index(row, 0, parent))->state->id == id)
          return model().index(row, column, parent);
    }
    return {};
  }
  [[nodiscard]] models::CaseResult result(std::size_t place) const {
    return static_cast<models::CaseResult>(
        rowOf(fake.cases[place].record.state.id).data(models::BatchModel::ResultRole).toInt());
  }
  /// How often somebody has approved the draft.
  [[nodiscard]] std::size_t approvals(std::size_t place) const {
    const auto& timeline = fake.cases[place].record.timeline;
    return static_cast<std::size_t>(std::count_if(timeline.begin(), timeline.end(), [](const auto& event) {
      return std::holds_alternative<core::StageApproved>(event.body);
    }));
  }
  FakeDesk fake{"suzuki"};
  models::UndoStack undo{fake.commands, fake.outbox};
  std::unique_ptr<models::BatchModel> made;
  std::unique_ptr<QAbstractItemModelTester> tester;
};

} // namespace madoguchi::tests
