// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/server/readymade/keepercontract.h"

#include <QtTest>

using namespace madoguchi::tests;

/// The contract on the embedded store; postgresstoretest runs it on PostgreSQL.
int main(int argc, char** argv) {
  KeeperContract contract(&openEmbedded);
  return QTest::qExec(&contract, argc, argv);
}
