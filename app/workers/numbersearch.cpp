// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/numbersearch.h"

#include "app/workers/previewanswer.h"
#include "app/workers/previewtalk.h"
#include "core/text/mynumber.h"

#include <QFileInfo>
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

} // namespace

core::Result<QByteArray> textOfPdf(const QByteArray& content, const QString& preview, int timeoutSeconds) {
  const QDeadlineTimer deadline(std::chrono::seconds{timeoutSeconds});
  PreviewTalk helper(preview);
  std::optional<preview::Frame> text;
  const auto pages = helper.ask({{{"do", "open"}, {"type", "application/pdf"}}, content}, deadline);
  if (pages && pagesIn(*pages)) text = helper.ask({{{"do", "text"}}, {}}, deadline);
  if (text && !failureIn(*text)) return text->bytes;
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
