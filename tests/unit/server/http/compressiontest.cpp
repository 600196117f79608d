// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/compression.h"

#include "server/http/target.h"
#include "tests/support/testsupport.h"

#include <QtTest>

#include <random>

using namespace madoguchi;
using namespace madoguchi::server;

class CompressionTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldGiveTheBytesBack_whenDecompressed() {
    std::mt19937 random(1);
    for (const std::size_t size : {0UL, 1UL, 1000UL, 300'000UL}) {
      std::string bytes(size, 'a');
      for (char& c : bytes)
        c = static_cast<char>('a' + random() % 7);
      for (const Coding coding : {Coding::Gzip, Coding::Zstd}) {
        const auto back = decompressed(compressed(bytes, coding), toText(coding), size);
        QVERIFY(back.has_value());
        QVERIFY(*back == bytes);
      }
    }
  }

  void shouldReadWhatQtMakes() {
    const QByteArray text(5000, 'x');
    const std::string deflated = qCompress(text).mid(4).toStdString();
    QVERIFY(decompressed(deflated, "deflate", 5000) == text.toStdString());
    // AND no bomb of it
    QVERIFY(decompressed(deflated, "deflate", 4999).error().code == core::ErrorCode::TooLarge);
    QVERIFY(!decompressed(deflated.substr(0, deflated.size() - 1), "deflate", 5000).has_value());
  }

  void shouldRefuse_whenABombGrowsOverTheLimit() {
    const std::string zeros(50'000'000, '\0');
    for (const Coding coding : {Coding::Gzip, Coding::Zstd}) {
      const auto refused = decompressed(compressed(zeros, coding), toText(coding), 1'000'000);
      QVERIFY(!refused.has_value());
      QVERIFY(refused.error().code == core::ErrorCode::TooLarge);
    }
    QVERIFY(!decompressed(std::string(11, 'x'), "", 10).has_value());
  }

  void shouldRefuse_whenTheBodyIsBroken() {
    const std::string text(5000, 'x');
    for (const Coding coding : {Coding::Gzip, Coding::Zstd}) {
      const std::string good = compressed(text, coding);
      for (const std::string& bad : {good.substr(0, good.size() / 2), good + "more", std::string("nothing")})
        QVERIFY(!decompressed(bad, toText(coding), 1'000'000).has_value());
    }
    QVERIFY(decompressed("x", "br", 10).error().code == core::ErrorCode::UnknownKind);
  }

  void shouldChooseTheBestAcceptedCoding() {
    QVERIFY(acceptedCoding("gzip, deflate, zstd") == Coding::Zstd);
    QVERIFY(acceptedCoding("gzip;q=1.0, zstd;q=0") == Coding::Gzip);
    QVERIFY(acceptedCoding("br") == Coding::Identity);
    QVERIFY(acceptedCoding("") == Coding::Identity);
    QVERIFY(acceptedCoding(" gzip ; q=0.5") == Coding::Gzip);
  }

  void shouldTakeATargetApart() {
    const auto target = targetFrom("/v1/changes?cursor=%7B%22a%22%3A1%7D&wait=25");
    QVERIFY(target.has_value());
    QCOMPARE(target->path, std::string("/v1/changes"));
    QCOMPARE(target->query.at("cursor"), std::string("{\"a\":1}"));
    QCOMPARE(target->query.at("wait"), std::string("25"));
  }

  void shouldRefuse_whenATargetIsBroken() {
    for (const char* bad : {"", "x", "http://a/b", "/a?x=%", "/a?x=%4", "/a?x=%zz", "/a?x=%00", "/a?x=1&x=2"})
      QVERIFY2(!targetFrom(bad).has_value(), bad);
  }
};

QTEST_APPLESS_MAIN(CompressionTest)
#include "compressiontest.moc"
