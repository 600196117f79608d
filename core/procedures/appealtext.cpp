// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/appealtext.h"

#include "core/procedures/packagenode.h"

#include <algorithm>
#include <array>

namespace madoguchi::core {

namespace {

constexpr std::array kVariants{AppealVariant::BothOpen, AppealVariant::AppealFirst, AppealVariant::RulingOnly,
                               AppealVariant::OnRuling, AppealVariant::Reappeal};

Date readDay(const PackageNode& node) {
  const auto day = parseDate(node.text());
  if (!day) node.fail("must be a day, 2016-04-01");
  return day.value_or(Date{});
}

AppealText readText(const PackageNode& node) {
  node.allowOnly({"variant", "validFrom", "validTo", "article", "paragraphs"});
  AppealText text;
  text.variant = node["variant"].choice<AppealVariant>({{"bothOpen", AppealVariant::BothOpen},
                                                        {"appealFirst", AppealVariant::AppealFirst},
                                                        {"rulingOnly", AppealVariant::RulingOnly},
                                                        {"onRuling", AppealVariant::OnRuling},
                                                        {"reappeal", AppealVariant::Reappeal}});
  text.validFrom = readDay(node["validFrom"]);
  if (node["validTo"].exists()) text.validTo = readDay(node["validTo"]);
  text.article = node["article"].text();
  for (const PackageNode& paragraph : node["paragraphs"].items())
    text.paragraphs.push_back(paragraph.localText());
  if (text.paragraphs.empty()) node["paragraphs"].fail("needs at least one paragraph");
  return text;
}

bool covers(const AppealText& text, Date day) {
  return text.validFrom <= day && (!text.validTo || day <= *text.validTo);
}

bool overlap(const AppealText& one, const AppealText& other) {
  return one.variant == other.variant && (covers(one, other.validFrom) || covers(other, one.validFrom));
}

void replaceAll(std::string& text, std::string_view what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

std::string filled(std::string text, const std::string& reviewBody, const std::string& defendant,
                   const std::string& representative) {
  replaceAll(text, "{review_body}", reviewBody);
  replaceAll(text, "{defendant}", defendant);
  replaceAll(text, "{representative}", representative);
  return text;
}

} // namespace

Result<AppealTexts> readAppealTexts(std::string_view text) {
  const auto document = parseJson(text);
  if (!document) return failure(ErrorCode::FileBroken, "appeal.json#: " + document.error().detail);
  PackageProblem problem;
  const PackageNode root("appeal.json", "", &*document, problem);
  root.allowOnly({"texts"});
  AppealTexts out;
  for (const PackageNode& item : root["texts"].items()) {
    const AppealText next = readText(item);
    for (const AppealText& other : out)
      if (overlap(next, other)) item.fail("its days overlap those of another wording");
    out.push_back(next);
  }
  for (const AppealVariant variant : kVariants)
    if (std::none_of(out.begin(), out.end(), [&](const AppealText& item) { return item.variant == variant; }))
      root["texts"].fail("a variant is missing");
  if (problem.error) return tl::unexpected<Error>(*problem.error);
  return out;
}

Result<std::vector<LocalText>> appealParagraphs(const AppealTexts& texts, AppealVariant variant, Date day,
                                                const Notices& notices) {
  const auto found = std::find_if(texts.begin(), texts.end(), [&](const AppealText& item) {
    return item.variant == variant && covers(item, day);
  });
  if (found == texts.end())
    return failure(ErrorCode::DateOutOfBounds, "no wording of the appeal text for " + toText(day));
  std::vector<LocalText> out;
  for (const LocalText& paragraph : found->paragraphs)
    out.push_back(
        {filled(paragraph.ja, notices.reviewBody.ja, notices.defendant.ja, notices.representative.ja),
         filled(paragraph.en, notices.reviewBody.en, notices.defendant.en, notices.representative.en)});
  return out;
}

} // namespace madoguchi::core
