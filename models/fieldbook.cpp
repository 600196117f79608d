// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/fieldbook.h"

#include "models/text.h"
#include "models/valuetext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(FormModel)
};

bool isUpper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool isLower(char c) {
  return c >= 'a' && c <= 'z';
}

std::string lastToken(std::string_view pointer) {
  const std::size_t slash = pointer.rfind('/');
  std::string out(slash == std::string_view::npos ? pointer : pointer.substr(slash + 1));
  for (std::size_t at = out.find("~1"); at != std::string::npos; at = out.find("~1", at))
    out.replace(at, 2, "/");
  for (std::size_t at = out.find("~0"); at != std::string::npos; at = out.find("~0", at + 1))
    out.replace(at, 2, "~");
  return out;
}

bool isIndex(const std::string& token) {
  return !token.empty() && token.find_first_not_of("0123456789") == std::string::npos;
}

core::LocalText both(const std::string& text) {
  return {text, text};
}

QString optionText(const core::SchemaOption& option) {
  return option.title.empty() ? valueText(option.value) : qtext(option.title);
}

/// "Country: CAN": the first member that can only be one thing.
QString markOf(core::SchemaShapes& shapes, const core::SchemaShape& shape) {
  for (const auto& [name, node] : shape.properties) {
    const auto* options = shapes.options(node);
    if (options == nullptr || options->empty() || options->size() > 3) continue;
    QStringList values;
    for (const core::SchemaOption& option : *options)
      values << optionText(option);
    return Say::tr("%1: %2").arg(qtext(readableName(name)), values.join(Say::tr(" or ")));
  }
  return {};
}

QString wantedNames(const core::SchemaShape& shape) {
  QStringList names;
  for (const std::string& name : shape.required)
    if (names.size() < 3) names << qtext(readableName(name));
  return names.join(Say::tr(", "));
}

QString typeText(const core::SchemaShape& shape) {
  if (shape.may("null") && shape.types.size() == 1) return Say::tr("Nothing");
  if (shape.types.size() != 1) return {};
  const std::string& type = *shape.types.begin();
  if (type == "array") return Say::tr("A list");
  if (type == "string") return Say::tr("A text");
  if (type == "number" || type == "integer") return Say::tr("A number");
  return type == "boolean" ? Say::tr("Yes or no") : QString();
}

} // namespace

std::string readableName(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (c == '_' || c == '-' || c == '.') {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
      continue;
    }
    const bool follows = i > 0 && (isLower(name[i - 1]) || (name[i - 1] >= '0' && name[i - 1] <= '9'));
    const bool ends = i > 0 && isUpper(name[i - 1]) && i + 1 < name.size() && isLower(name[i + 1]);
    const bool alone = i + 1 >= name.size() || !isUpper(name[i + 1]);
    if (isUpper(c) && (follows || ends) && !out.empty() && out.back() != ' ') out.push_back(' ');
    // Capitals in a row are an abbreviation and stay.
    const bool lowered = isUpper(c) && !out.empty() && out.back() == ' ' && alone;
    out.push_back(lowered ? static_cast<char>(c - 'A' + 'a') : c);
  }
  if (!out.empty() && isLower(out.front())) out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

QString alternativeText(core::SchemaShapes& shapes, const core::SchemaChoice& choice,
                        std::size_t alternative) {
  const core::json::value* schema = choice.alternatives[alternative];
  const core::SchemaShape& shape = shapes.shape({schema});
  if (!shape.title.empty()) return qtext(shape.title);
  if (QString mark = markOf(shapes, shape); !mark.isEmpty()) return mark;
  const auto* object = schema->if_object();
  const core::json::value* reference = object == nullptr ? nullptr : object->if_contains("$ref");
  if (reference != nullptr && reference->is_string())
    return qtext(readableName(lastToken(std::string_view(reference->get_string()))));
  if (QString type = typeText(shape); !type.isEmpty()) return type;
  if (const QString names = wantedNames(shape); !names.isEmpty()) return Say::tr("With %1").arg(names);
  if (!shape.description.empty() && shape.description.size() < 80) return qtext(shape.description);
  return Say::tr("Alternative %1").arg(alternative + 1);
}

const core::Field* FieldBook::field(const std::string& pointer, const core::SchemaShape& shape) {
  auto& known = m_fields[{pointer, &shape}];
  if (!known) {
    const std::string token = lastToken(pointer);
    known = std::make_unique<core::Field>();
    known->pointer = pointer;
    if (!shape.title.empty())
      known->title = both(shape.title);
    else if (isIndex(token))
      known->title = {"項目" + std::to_string(std::stoul(token) + 1),
                      "Entry " + std::to_string(std::stoul(token) + 1)};
    else
      known->title = both(readableName(token));
    known->help = both(shape.description);
  }
  return known.get();
}

const core::Section* FieldBook::section(const std::string& pointer, const core::SchemaShape& shape,
                                        const core::LocalText& name) {
  auto& known = m_sections[pointer];
  if (!known) {
    known = std::make_unique<core::Section>();
    known->id = "/" + pointer;
    known->title = shape.title.empty() ? name : both(shape.title);
    known->help = both(shape.description);
  }
  return known.get();
}

void FieldBook::clear() {
  m_fields.clear();
  m_sections.clear();
}

} // namespace madoguchi::models
