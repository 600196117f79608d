// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/numbersearch.h"

#include "app/preview/frame.h"
#include "core/text/mynumber.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcess>
#include <QStringDecoder>

namespace madoguchi::app {

namespace {

constexpr qsizetype kLooksAt = 8192;

bool isPdf(const QByteArray& content) {
  // Readers take a file whose mark stands within the first kilobyte.
  return content.left(1024).contains("%PDF-");
}

bool isUtf16(const QByteArray& content) {
  return content.startsWith("\xFF\xFE") || content.startsWith("\xFE\xFF");
}

bool isText(const QByteArray& content) {
  return isUtf16(content) || !content.left(kLooksAt).contains('\0');
}

std::string utf8Of(const QByteArray& text) {
  if (!isUtf16(text)) return text.toStdString();
  QStringDecoder decoder(QStringDecoder::Utf16);
  const QString decoded = decoder(text);
  return decoded.toStdString();
}

/// The next answer of the process; nothing when it does not come in time.
std::optional<preview::Frame> answerOf(QProcess& process, preview::FrameReader& reader,
                                       const QDeadlineTimer& deadline) {
  for (;;) {
    auto frame = reader.next();
    if (!frame) return std::nullopt;
    if (*frame) return std::move(**frame);
    if (!process.waitForReadyRead(static_cast<int>(deadline.remainingTime()))) return std::nullopt;
    reader.add(process.readAllStandardOutput());
  }
}

} // namespace

core::Result<QByteArray> textOfPdf(const QByteArray& content, const QString& preview, int timeoutSeconds) {
  const QDeadlineTimer deadline(std::chrono::seconds{timeoutSeconds});
  QProcess process;
  process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  process.start(preview, QStringList());
  preview::FrameReader reader;
  process.write(preview::write({{{"id", 1}, {"do", "open"}, {"type", "application/pdf"}}, content}));
  process.write(preview::write({{{"id", 2}, {"do", "text"}}, {}}));
  std::optional<preview::Frame> text;
  if (const auto pages = answerOf(process, reader, deadline); pages && pages->header.contains("pages"))
    text = answerOf(process, reader, deadline);
  process.kill();
  process.waitForFinished(1000);
  if (text && !text->header.contains("failure")) return text->bytes;
  return core::failure(deadline.hasExpired() ? core::ErrorCode::Timeout : core::ErrorCode::FileBroken,
                       "the text of a PDF");
}

NumberPlace findMyNumberIn(const QString& fileName, const QByteArray& content, const QString& preview,
                           int timeoutSeconds) {
  if (core::findMyNumber(QFileInfo(fileName).fileName().toStdString())) return NumberPlace::FileName;
  if (isPdf(content)) {
    const auto text = textOfPdf(content, preview, timeoutSeconds);
    return text && core::findMyNumber(text->toStdString()) ? NumberPlace::Pdf : NumberPlace::None;
  }
  if (isText(content) && core::findMyNumber(utf8Of(content))) return NumberPlace::Text;
  return NumberPlace::None;
}

QByteArray withoutMyNumbers(const QByteArray& text) {
  std::string rest = utf8Of(text);
  // Each pass leaves one fewer, because a row with a star in it is none any more.
  while (const auto place = core::findMyNumber(rest))
    rest.replace(place->at, place->length, "************");
  return QByteArray::fromStdString(rest);
}

} // namespace madoguchi::app
