// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Changes that arrive from elsewhere never move what the user is at.
#include "tests/support/prove.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/window/workspace.h"

#include <QTableView>
#include <QtTest>

#include <cstdio>
#include <random>
#include <set>

using namespace madoguchi;
using models::CaseKey;
using tests::DeskRig;

namespace {

class Storm {
public:
  Storm(DeskRig& rig, unsigned seed) : m_rig(rig), m_random(seed) {}

  std::size_t below(std::size_t bound) { return m_random() % bound; }

  /// Some cases come, go, or change hands, as others do it; the desk hears of it at once.
  void blow() {
    const std::size_t acts = 1 + below(below(4) == 0 ? 60 : 6);
    core::ChangeSet changes;
    for (std::size_t i = 0; i < acts; ++i)
      act(changes);
    changes.everything = below(10) == 0;
    m_rig.fake.tellChanged(changes);
  }

private:
  void act(core::ChangeSet& changes) {
    tests::FakeDesk& fake = m_rig.fake;
    const std::size_t place = below(fake.cases.size());
    switch (below(4)) {
    case 0: {
      const std::size_t fresh =
          fake.arrive("food-business-permit", "新規", "シンキ", static_cast<int>(below(60)));
      changes.added.push_back(static_cast<CaseKey>(fresh) + 1);
      changes.cases.push_back(fake.cases[fresh].record.state.id);
      return;
    }
    case 1:
      // The case that the user is at goes now and then, the others often.
      fake.cases[place].gone = true;
      changes.removed.push_back(static_cast<CaseKey>(place) + 1);
      break;
    default:
      if (fake.cases[place].gone) return;
      if (fake.cases[place].record.state.status == core::Status::Arrived)
        fake.act(place, "kato", core::RegisterCase{});
      else
        fake.act(place, "kato", core::AddNote{"x"});
      changes.changed.push_back(static_cast<CaseKey>(place) + 1);
      break;
    }
    changes.cases.push_back(fake.cases[place].record.state.id);
  }

  DeskRig& m_rig;
  std::mt19937 m_random; // NOLINT: the same storm each time
};

} // namespace

class LiveChangesTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldKeepRowMarksAndCase_underStorms_data() {
    QTest::addColumn<int>("sort");
    QTest::newRow("by due day") << static_cast<int>(core::SortColumn::Due);
    QTest::newRow("by status, which changes") << static_cast<int>(core::SortColumn::Status);
  }
  void shouldKeepRowMarksAndCase_underStorms() {
    QFETCH(int, sort);
    DeskRig rig;
    Storm storm(rig, 7);
    for (int i = 0; i < 60; ++i)
      rig.fake.arrive("food-business-permit", "申請者" + std::to_string(i), "シンセイシャ", i % 50);
    rig.open();
    rig.window->workspace()->showQueue(core::Queue::Office);
    QTRY_COMPARE(rig.desk->table.rowCount(), 60);
    auto* table = rig.find<QTableView>("caseTable");
    core::CaseQuery query = rig.desk->table.query();
    query.sort = static_cast<core::SortColumn>(sort);
    rig.desk->table.setQuery(query);
    QTRY_VERIFY(!rig.desk->table.isLoading());
    table->setCurrentIndex(rig.desk->table.index(20, 0));
    std::set<CaseKey> marked;
    for (const int row : {3, 19, 20, 21, 40}) {
      rig.desk->table.setMarked(row, row, true);
      marked.insert(rig.desk->table.keyAt(row));
    }
    QTRY_VERIFY(rig.shown() != nullptr);
    core::CaseId opened = rig.shown()->id;
    CaseKey current = rig.desk->table.keyAt(20);
    const int rounds = tests::count(40, 2'000);
    for (int round = 0; round < rounds; ++round) {
      const int rowBefore = table->currentIndex().row();
      storm.blow();
      QCoreApplication::processEvents();
      QTRY_VERIFY(!rig.desk->table.isLoading() && rig.desk->table.query() == query);
      // The case of the current row stays current while it is listed.
      const int row = rig.desk->table.rowOf(current);
      if (row >= 0) {
        QCOMPARE(table->currentIndex().row(), row);
      } else {
        QVERIFY(table->currentIndex().isValid());
        QVERIFY(qAbs(table->currentIndex().row() - rowBefore) <= 60);
        current = rig.desk->table.keyAt(table->currentIndex().row());
      }
      // Nothing but the user opens another case.
      QCOMPARE(rig.desk->opened.id(), opened);
      // Marks are those of the start, less the cases that have left.
      for (auto key = marked.begin(); key != marked.end();)
        key = rig.desk->table.rowOf(*key) < 0 ? marked.erase(key) : std::next(key);
      const models::Keys left = rig.desk->table.markedKeys();
      QVERIFY(std::set<CaseKey>(left.begin(), left.end()) == marked);
    }
    std::printf("%d storms of changes: row, marks and opened case held\n", rounds);
  }
};

QTEST_MAIN(LiveChangesTest)
#include "livechangestest.moc"
