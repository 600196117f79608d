// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/session.h"

namespace madoguchi::app::preview {

namespace json = core::json;

namespace {

int number(const json::object& header, const char* key) {
  const json::value* value = header.if_contains(key);
  return value != nullptr && value->is_int64() ? static_cast<int>(value->as_int64()) : 0;
}

QString text(const json::object& header, const char* key) {
  const json::value* value = header.if_contains(key);
  if (value == nullptr || !value->is_string()) return {};
  return QString::fromUtf8(value->get_string().data(), static_cast<qsizetype>(value->get_string().size()));
}

void setFailure(Frame& answer, PageRenderer::Failure why) {
  answer.header["failure"] = static_cast<int>(why);
}

} // namespace

Frame Session::answer(const Frame& request) {
  Frame answer;
  if (const json::value* id = request.header.if_contains("id")) answer.header["id"] = *id;
  const QString verb = text(request.header, "do");
  if (verb == QLatin1String("open")) {
    const auto pages = m_renderer.open(request.bytes, text(request.header, "type"));
    if (!pages) return setFailure(answer, pages.error()), answer;
    json::array& sizes = answer.header["pages"].emplace_array();
    for (const QSizeF& size : *pages)
      sizes.push_back(json::array{size.width(), size.height()});
  } else if (verb == QLatin1String("render")) {
    const auto picture = m_renderer.render(number(request.header, "page"), number(request.header, "width"));
    if (!picture) return setFailure(answer, picture.error()), answer;
    answer.header["width"] = picture->width();
    answer.header["height"] = picture->height();
    answer.bytes = QByteArray(reinterpret_cast<const char*>(picture->constBits()), picture->sizeInBytes());
  } else if (verb == QLatin1String("text")) {
    answer.bytes = m_renderer.text().toUtf8();
  } else {
    json::array& hits = answer.header["hits"].emplace_array();
    for (const models::PageHit& hit : m_renderer.find(text(request.header, "text")))
      hits.push_back(json::array{hit.page, hit.area.x(), hit.area.y(), hit.area.width(), hit.area.height()});
  }
  return answer;
}

} // namespace madoguchi::app::preview
