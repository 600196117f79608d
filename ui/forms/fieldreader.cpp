// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/fieldreader.h"

#include "core/calendar/era.h"
#include "core/codes/postalcode.h"
#include "core/text/kana.h"
#include "core/text/mynumber.h"
#include "models/datetext.h"
#include "models/errortext.h"
#include "models/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTime>

#include <algorithm>

namespace madoguchi::ui {

namespace {

using core::json::value;
using models::FieldType;

struct Say {
  Q_DECLARE_TR_FUNCTIONS(FieldReader)
};

tl::unexpected<FieldProblem> problem(const QString& text, const QString& better = {}) {
  return tl::unexpected(FieldProblem{text, better});
}

/// Half-width, with every kind of hyphen as "-".
QString narrowed(const QString& text) {
  QString out = text.normalized(QString::NormalizationForm_KC).simplified();
  for (QChar& letter : out) {
    switch (letter.unicode()) {
    case 0x2010: // hyphen
    case 0x2011: // non-breaking hyphen
    case 0x2012: // figure dash
    case 0x2013: // en dash
    case 0x2014: // em dash
    case 0x2015: // horizontal bar
    case 0x2212: // minus
    case 0x30FC: // prolonged sound mark, typed for a hyphen
      letter = QChar(u'-');
      break;
    default:
      break;
    }
  }
  return out;
}

/// Digits, a point and a sign, without what people write around them; empty for anything else.
QString bareNumber(const QString& text) {
  QString out = narrowed(text);
  out.remove(QChar(u' ')).remove(QChar(u',')).remove(QChar(u'¥')).remove(QChar(u'円'));
  // ▲ and △ are the minus of Japanese accounts.
  if (out.startsWith(QChar(u'▲')) || out.startsWith(QChar(u'△'))) out[0] = QChar(u'-');
  const auto odd = [](QChar letter) {
    return !(letter >= QChar(u'0') && letter <= QChar(u'9')) && letter != QChar(u'.') &&
           letter != QChar(u'-');
  };
  return std::any_of(out.cbegin(), out.cend(), odd) ? QString() : out;
}

FieldValue readWhole(const QString& text, const QString& complaint) {
  bool fits = false;
  const qlonglong number = bareNumber(text).toLongLong(&fits);
  if (!fits) return problem(complaint);
  return value(static_cast<std::int64_t>(number));
}

FieldValue readNumber(const QString& text) {
  const QString complaint = Say::tr("This is no number.");
  if (auto whole = readWhole(text, complaint)) return whole;
  bool fits = false;
  const double number = QLocale::c().toDouble(bareNumber(text), &fits);
  if (!fits) return problem(complaint);
  return value(number);
}

FieldValue readDay(const QString& text) {
  const auto day = core::readDateText(text.toStdString());
  if (day) return value(core::toText(*day));
  const auto& meant = day.error().meant;
  return problem(models::dayProblem(day.error()), meant ? models::qtext(core::toEraText(*meant)) : QString());
}

/// A day in either calendar and a time in Japan, or an instant as RFC 3339 writes it.
FieldValue readMoment(const QString& text) {
  const QString plain = narrowed(text);
  if (core::parseInstant(plain.toStdString())) return value(plain.toStdString());
  const qsizetype gap = plain.lastIndexOf(QChar(u' '));
  const QTime time = QTime::fromString(plain.mid(gap + 1), QStringLiteral("H:mm"));
  const auto day = core::readDateText(plain.left(gap).toStdString());
  if (gap > 0 && time.isValid() && day)
    return value(core::toText(*day) + "T" + time.toString(QStringLiteral("HH:mm:ss")).toStdString() +
                 "+09:00");
  return problem(Say::tr("Write the day and the time, as 2026-12-01 9:30."));
}

std::string jsonType(const value& any) {
  if (any.is_bool()) return "boolean";
  if (any.is_array()) return "array";
  if (any.is_object()) return "object";
  return any.is_number() ? "number" : "";
}

/// Whether the value is of a type that the field takes and that is no text.
bool takesAsJson(const models::FormRow& row, const value& any) {
  const std::string type = jsonType(any);
  if (type.empty()) return false;
  return row.types.empty() || row.types.count(type) > 0 ||
         (type == "number" && row.types.count("integer") > 0);
}

/// A value of several possible types: JSON where that fits, else a text.
FieldValue readAny(const models::FormRow& row, const QString& text) {
  if (core::findMyNumber(text.toStdString()))
    return problem(models::errorText(core::ErrorCode::MyNumberFound));
  if (const auto parsed = core::parseJson(text.trimmed().toStdString())) {
    if (takesAsJson(row, *parsed)) return *parsed;
    if (parsed->is_string()) return *parsed;
  }
  if (row.types.empty() || row.types.count("string") > 0) return value(text.toStdString());
  return problem(Say::tr("This is no value that can stand here."));
}

/// Full-width, as it is kept; never guessed from anything else.
FieldValue readKana(const QString& text) {
  const std::string kana = text.trimmed().toStdString();
  if (core::isFullWidthKana(kana)) return value(kana);
  const std::string better = core::toFullWidthKana(kana);
  return problem(Say::tr("Write the reading in full-width kana."),
                 core::isFullWidthKana(better) ? models::qtext(better) : QString());
}

FieldValue readLine(const models::FormRow& row, const QString& text) {
  if (core::findMyNumber(text.toStdString()))
    return problem(models::errorText(core::ErrorCode::MyNumberFound));
  const std::string widget = row.field == nullptr ? std::string() : row.field->widget;
  if (widget == "postalCode")
    if (const auto code = core::normalisePostalCode(text.toStdString())) return value(*code);
  if (widget == "kana") return readKana(text);
  if (widget == "phone" || widget == "email") return value(narrowed(text).toStdString());
  return value(text.toStdString());
}

} // namespace

FieldValue readField(const models::FormRow& row, const QString& text) {
  if (text.trimmed().isEmpty()) return value();
  switch (row.type) {
  case FieldType::Date:
    return readDay(text);
  case FieldType::Number:
    return readNumber(text);
  case FieldType::Money:
    return readWhole(text, Say::tr("Write whole yen, as 12,000."));
  case FieldType::Moment:
    return readMoment(text);
  case FieldType::Any:
    return readAny(row, text);
  default:
    return readLine(row, text);
  }
}

bool sameValue(const value& a, const value& b) {
  if (a.is_number() && b.is_number()) return a.to_number<double>() == b.to_number<double>();
  return a == b;
}

QString fieldText(const models::FormRow& row, const value& shown) {
  if (shown.is_null()) return {};
  if (shown.is_string()) {
    const std::string text(shown.get_string());
    if (row.type == FieldType::Date && models::isJapanese())
      if (const auto day = core::parseDate(text)) return models::qtext(core::toEraText(*day));
    // Without the quotes it would come back as another type.
    const auto parsed = row.type == FieldType::Any ? core::parseJson(text) : core::Result<value>(value());
    if (parsed && (takesAsJson(row, *parsed) || parsed->is_string()))
      return models::qtext(core::canonicalJson(shown));
    return models::qtext(text);
  }
  if (row.type == FieldType::Money && shown.is_int64())
    return QLocale(QLocale::English).toString(static_cast<qlonglong>(shown.get_int64()));
  // 15 digits are what a double keeps of what was typed; Boost.JSON would write 1.205E2.
  if (shown.is_double()) return QString::number(shown.get_double(), 'g', 15);
  return models::qtext(core::canonicalJson(shown));
}

} // namespace madoguchi::ui
