// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/casequerysql.h"

#include "tests/support/testsupport.h"
#include "tests/unit/storage/cachedesk.h"

#include <QtTest>

#include <sqlite3.h>

using namespace madoguchi;
using core::CaseQuery;
using core::SortColumn;

/// How SQLite goes about the queries of lists.
class CaseQuerySqlTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  /// A filter must not lead away from the index of the sort: at a million cases that is seconds.
  void shouldReadKeysFromOneIndexInItsOrder_whenFiltered() {
    tests::TinyServer server;
    tests::Desk desk(server);
    desk.feed({server.row(server.takenCase())});
    const auto database = storage::openRaw(storage::cacheFileOf(desk.profile()), SQLITE_OPEN_READONLY);
    storage::Words words(*database);
    for (const SortColumn sort :
         {SortColumn::Number, SortColumn::Applicant, SortColumn::Arrived, SortColumn::Due}) {
      CaseQuery byStatus;
      byStatus.sort = sort;
      byStatus.statuses = {core::Status::Examining};
      CaseQuery open = byStatus;
      open.statuses = {core::Status::Arrived, core::Status::Examining};
      CaseQuery nobodys;
      nobodys.sort = sort;
      nobodys.holder = core::UserId();
      CaseQuery procedure;
      procedure.sort = sort;
      procedure.procedures = {core::ProcedureId("food-business-permit")};
      for (const CaseQuery& query : {byStatus, open, nobodys, procedure}) {
        const auto sql = storage::sqlFor(query, words);
        QVERIFY(sql.has_value());
        SQLite::Statement plan(database->connection(), "EXPLAIN QUERY PLAN SELECT c.key FROM " + sql->from +
                                                           " WHERE " + sql->where + " ORDER BY " +
                                                           sql->orderBy);
        while (plan.executeStep()) {
          const QByteArray step = plan.getColumn(3).getText();
          QVERIFY2(step.contains("COVERING INDEX"), (sql->where + ": " + step.toStdString()).c_str());
        }
      }
    }
  }
};

QTEST_APPLESS_MAIN(CaseQuerySqlTest)
#include "casequerysqltest.moc"
