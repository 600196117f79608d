// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/http/bodydecoder.h"

#include "server/http/compression.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;
using server::Coding;
using sync::http::BodyDecoder;

namespace {

struct Unpacked {
  std::string text;
  bool isWell = true;
  bool isAtEnd = false;
};

Unpacked unpack(const std::string& packed, const std::string& coding, std::size_t piece) {
  Unpacked result;
  const auto decoder = BodyDecoder::make(coding);
  for (std::size_t at = 0; at < packed.size() && result.isWell; at += piece)
    result.isWell = decoder
                        ->push(std::string_view(packed).substr(at, piece),
                               [&](std::string_view bytes) {
                                 result.text += bytes;
                                 return true;
                               })
                        .has_value();
  result.isAtEnd = decoder->isAtEnd();
  return result;
}

} // namespace

class BodyDecoderTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldUnpack_data() {
    QTest::addColumn<int>("coding");
    QTest::addColumn<QString>("name");
    QTest::newRow("zstd") << static_cast<int>(Coding::Zstd) << u"zstd"_qs;
    QTest::newRow("gzip") << static_cast<int>(Coding::Gzip) << u"gzip"_qs;
  }
  void shouldUnpack() {
    QFETCH(const int, coding);
    QFETCH(const QString, name);
    std::string text;
    for (int i = 0; i < 60'000; ++i)
      text += std::to_string(i * 7919) + ',';
    const std::string packed = server::compressed(text, static_cast<Coding>(coding));
    for (const std::size_t piece : {std::size_t{977}, packed.size()}) {
      const auto whole = unpack(packed, name.toStdString(), piece);
      QVERIFY(whole.isWell && whole.isAtEnd && whole.text == text);
    }
    const auto bit = unpack(server::compressed("short", static_cast<Coding>(coding)), name.toStdString(), 1);
    QVERIFY(bit.isWell && bit.isAtEnd && bit.text == "short");
  }

  void shouldKnowThatTheEndIsMissing_data() { shouldUnpack_data(); }
  void shouldKnowThatTheEndIsMissing() {
    QFETCH(const int, coding);
    QFETCH(const QString, name);
    std::string text(1000, 'a');
    text[500] = 'b';
    const std::string packed = server::compressed(text, static_cast<Coding>(coding));
    for (std::size_t length = 0; length < packed.size(); ++length)
      QVERIFY(!unpack(packed.substr(0, length), name.toStdString(), 50).isAtEnd);
    QVERIFY(!unpack(packed + "x", name.toStdString(), packed.size() + 1).isWell);
    QVERIFY(!unpack("neither", name.toStdString(), 50).isWell);
  }

  void shouldStop_whenItIsEnough() {
    const std::string bomb = server::compressed(std::string(50'000'000, '\0'), Coding::Zstd);
    std::size_t taken = 0;
    const auto decoder = BodyDecoder::make("zstd");
    (void)decoder->push(bomb, [&](std::string_view bytes) {
      taken += bytes.size();
      return taken < 1'000'000;
    });
    QVERIFY(taken < 2'000'000);
  }

  void shouldKnowTheNames() {
    for (const char* known : {"", "identity", "zstd", "gzip", "deflate"})
      QVERIFY(BodyDecoder::make(known) != nullptr);
    for (const char* unknown : {"br", "gzip, gzip", "zstd;q=1"})
      QVERIFY(BodyDecoder::make(unknown) == nullptr);
  }
};

QTEST_APPLESS_MAIN(BodyDecoderTest)
#include "bodydecodertest.moc"
