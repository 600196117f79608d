// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/eventlog/mapping.h"

#include "tests/support/testsupport.h"

#include <QtTest>

#include <fstream>
#include <sstream>

using namespace madoguchi;
using core::Status;

class MappingTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void shouldReadTheShippedExample() {
    std::ostringstream text;
    text << std::ifstream(tests::resourcesFolder() + "/import/receipt.mapping.json").rdbuf();
    const auto mapping = server::parseMapping(text.str());
    QVERIFY2(mapping.has_value(), mapping ? "" : mapping.error().detail.c_str());
    QCOMPARE(mapping->activities.size(), std::size_t{27});
    QVERIFY(mapping->activities.at("Confirmation of receipt").status == Status::Registered);
    QVERIFY(mapping->channels.at("e-mail") == core::Channel::Email);
    QVERIFY(!mapping->groups.at("EMPTY").has_value());
    QCOMPARE(mapping->groups.at("Group 3")->symbol, std::string("環3"));
    QVERIFY(mapping->unknownActivities == server::UnknownWord::Refuse);
  }

  void shouldTakeDefaults_whenOnlyTheTopOfficeIsNamed() {
    const auto mapping = server::parseMapping(R"({"topOffice":{"nameJa":"課","nameEn":"Section"}})");
    QVERIFY(mapping.has_value());
    QVERIFY(mapping->unknownResources == server::UnknownWord::Keep);
    QVERIFY(mapping->otherChannel == core::Channel::Online);
  }

  void shouldRefuseWithThePlace_data() {
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QByteArray>("detail");
    QTest::newRow("member") << QByteArray(R"("activites":{})") << QByteArray("unknown member at /activites");
    QTest::newRow("deep member") << QByteArray(R"("attributes":{"due":"deadline"})")
                                 << QByteArray("unknown member at /attributes/due");
    QTest::newRow("status") << QByteArray(R"("activities":{"A":{"status":"Done"}})")
                            << QByteArray("unknown name at /activities/A/status");
    QTest::newRow("step") << QByteArray(R"("activities":{"A/B":{"step":"Send"}})")
                          << QByteArray("unknown step at /activities/A~1B/step");
    QTest::newRow("destroys") << QByteArray(R"("activities":{"A":{"status":"Destroyed"}})")
                              << QByteArray("no step of a log destroys at /activities/A/status");
    QTest::newRow("channel") << QByteArray(R"("channels":{"Fax":"Fax"})")
                             << QByteArray("unknown name at /channels/Fax");
    QTest::newRow("office") << QByteArray(R"("groups":{"G":{"nameJa":"係"}})")
                            << QByteArray("a name is due at /groups/G/nameEn");
    QTest::newRow("login")
        << QByteArray(R"("resources":{"R":{"login":"r","name":"R"},"S":{"login":"r","name":"S"}})")
        << QByteArray("the login is used twice at /resources/S/login");
    QTest::newRow("type") << QByteArray(R"("groups":["G"])") << QByteArray("an object is due at /groups");
  }
  void shouldRefuseWithThePlace() {
    QFETCH(const QByteArray, rest);
    QFETCH(const QByteArray, detail);
    const std::string top = R"({"topOffice":{"nameJa":"課","nameEn":"Section"},)";
    const auto mapping = server::parseMapping(top + rest.toStdString() + "}");
    QVERIFY(!mapping.has_value());
    QCOMPARE(mapping.error().code, core::ErrorCode::FileBroken);
    QCOMPARE(mapping.error().detail, detail.toStdString());
  }

  void shouldRefuse_whenNotJsonOrWithoutTopOffice() {
    QCOMPARE(server::parseMapping("{").error().code, core::ErrorCode::FileBroken);
    QCOMPARE(server::parseMapping("{}").error().detail, std::string("a name is due at /topOffice/nameJa"));
  }
};

QTEST_APPLESS_MAIN(MappingTest)
#include "mappingtest.moc"
