// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/casequerysql.h"

#include "core/desk/casesummary.h"
#include "storage/casetable.h"
#include "storage/searchtext.h"

namespace madoguchi::storage {

namespace {

std::int64_t dayNumber(core::Date date) {
  return date.time_since_epoch().count();
}

/// Collects conditions; `possible` becomes false where one can never hold.
class Conditions {
public:
  explicit Conditions(Words& words) : m_words(words) {}

  void add(const std::string& condition) {
    if (!sql.empty()) sql += " AND ";
    sql += condition;
  }
  /// Goes on with the condition that was added last.
  void join(const std::string& more, const std::string& value) {
    sql += more;
    values.emplace_back(value);
  }
  /// "1, 2": those that the cache knows.
  [[nodiscard]] std::string numbersOf(const std::vector<core::OfficeId>& offices) {
    std::string list;
    for (const core::OfficeId& office : offices)
      if (const auto number = m_words.find(office.value))
        list += (list.empty() ? "" : ", ") + std::to_string(*number);
    return list;
  }
  template <class Value>
  void add(const std::string& condition, const Value& value) {
    add(condition);
    if constexpr (std::is_same_v<Value, std::string>)
      values.emplace_back(value);
    else
      values.emplace_back(static_cast<std::int64_t>(value));
  }
  void addWord(const std::string& condition, const std::string& word) {
    const auto number = m_words.find(word);
    possible = possible && number.has_value();
    add(condition, number.value_or(0));
  }
  /// "(a OR b)" of numbers that are known; impossible where none is.
  void addWithin(const std::vector<core::OfficeReach>& within) {
    std::string any;
    for (const auto& reach : within) {
      const auto office = m_words.find(reach.office.value);
      const auto procedure =
          reach.procedure ? m_words.find(reach.procedure->value) : std::optional(std::int64_t{0});
      if (!office || !procedure) continue;
      any += any.empty() ? "(" : " OR ";
      // Numbers of ours, so they may stand in the text; many bound values would only cost.
      any += "c.office = " + std::to_string(*office);
      if (reach.procedure) any += " AND c.procedure = " + std::to_string(*procedure);
    }
    possible = possible && !any.empty();
    if (!any.empty()) add(any + ")");
  }
  template <class Item, class NumberOf>
  void addIn(const std::string& column, const std::vector<Item>& items, NumberOf numberOf) {
    std::string list;
    for (const Item& item : items)
      if (const std::optional<std::int64_t> number = numberOf(item))
        list += (list.empty() ? "" : ", ") + std::to_string(*number);
    possible = possible && !list.empty();
    add(column + " IN (" + list + ")");
  }

  std::string sql;
  std::vector<std::variant<std::int64_t, std::string>> values;
  bool possible = true;

private:
  Words& m_words;
};

void addFlags(const core::CaseQuery& query, Conditions& conditions) {
  // Written as the partial index has it, so that the few cases are not looked for among all.
  if (core::has(query.allOf, core::RowFlag::Attention)) conditions.add("(c.flags & 2) <> 0");
  if (query.allOf != 0) conditions.add("c.flags & " + std::to_string(query.allOf) + " = ?", query.allOf);
  if (query.noneOf != 0) conditions.add("c.flags & ? = 0", query.noneOf);
}

void addRoute(const core::CaseQuery& query, Conditions& conditions) {
  if (query.decidesAs.empty()) return;
  conditions.add("c.open_ranks <> 0");
  const std::uint32_t mine = core::rankBit(query.decidesAs);
  std::string waits = "c.open_ranks & " + std::to_string(mine) + " <> 0";
  for (const core::StandIn& one : query.standsIn) {
    const std::string offices = conditions.numbersOf(one.offices);
    if (offices.empty()) continue;
    waits += " OR (c.open_ranks & " + std::to_string(core::substituteBit(mine)) +
             " <> 0 AND c.open_ranks & " + std::to_string(core::rankBit(one.rank)) +
             " <> 0 AND c.office IN (" + offices + "))";
  }
  if (query.decider.empty()) return conditions.add("(" + waits + ")");
  conditions.add("((" + waits + ") AND instr(c.acted_by, ?) = 0", ";" + query.decider.value + ";");
  const std::int64_t unknown = -1;
  conditions.add("c.author <> (SELECT coalesce((SELECT ix FROM words WHERE word = ?), " +
                     std::to_string(unknown) + "))" + (query.afterViews ? "" : ")"),
                 query.decider.value);
  if (query.afterViews)
    conditions.join(" OR (c.open_ranks & " + std::to_string(core::kAfterViewBit) +
                        " <> 0 AND instr(c.acted_by, ?) <> 0))",
                    ";for:" + query.decider.value + ";");
}

std::string orderOf(const core::CaseQuery& query) {
  const std::string direction = query.descending ? " DESC" : "";
  switch (query.sort) {
  case core::SortColumn::Number:
    return "c.number_key" + direction;
  case core::SortColumn::Applicant:
    return "c.name_key" + direction;
  case core::SortColumn::Arrived:
    return "c.arrived_day" + direction;
  case core::SortColumn::Status:
    return "c.status" + direction + ", c.due_day";
  case core::SortColumn::Procedure:
  case core::SortColumn::Holder:
    return "w.label" + direction + ", w.ix" + direction + ", c.due_day";
  case core::SortColumn::Due:
    break;
  }
  return "c.due_day" + direction;
}

} // namespace

std::optional<QuerySql> sqlFor(const core::CaseQuery& query, Words& words) {
  Conditions conditions(words);
  const auto wordNumber = [&words](const auto& id) { return words.find(id.value); };
  const auto statusNumber = [](core::Status status) {
    return std::optional(static_cast<std::int64_t>(status));
  };
  // Without statistics SQLite takes any index that begins with what is compared, reads every row it names and
  // sorts them: seconds at a million. A "+" leaves it the index of the sort, which covers the comparison.
  // Only by due day do those indexes give the order too; and a person holds few cases.
  const bool byDue = query.sort == core::SortColumn::Due;
  const auto column = [](const char* name, bool leads) { return std::string(leads ? "" : "+") + name; };
  if (!query.within.empty()) conditions.addWithin(query.within);
  if (!query.statuses.empty())
    conditions.addIn(
        column("c.status", query.sort == core::SortColumn::Status || (byDue && query.statuses.size() == 1)),
        query.statuses, statusNumber);
  if (!query.procedures.empty())
    conditions.addIn(column("c.procedure", byDue && query.procedures.size() == 1), query.procedures,
                     wordNumber);
  if (query.holder)
    conditions.addWord(column("c.holder", byDue || !query.holder->empty()) + " = ?", query.holder->value);
  addFlags(query, conditions);
  if (query.dueFrom) conditions.add("c.due_day >= ?", dayNumber(*query.dueFrom));
  if (query.dueUntil) conditions.add("c.due_day <= ?", dayNumber(*query.dueUntil));
  if (query.closedFrom) conditions.add("c.closed_day >= ?", dayNumber(*query.closedFrom));
  addRoute(query, conditions);
  // The first part is the partial index's own condition.
  if (!query.label.empty())
    conditions.add("c.labels <> '' AND instr(c.labels, ?) <> 0", joinedLabels({query.label}));
  if (!query.text.empty()) {
    const std::string expression = matchExpression(query.text);
    if (expression.empty()) return std::nullopt;
    conditions.add("c.key IN (SELECT rowid FROM search WHERE search MATCH ?)", expression);
  }
  if (!conditions.possible) return std::nullopt;

  QuerySql sql;
  sql.where = conditions.sql.empty() ? "1" : conditions.sql;
  sql.values = std::move(conditions.values);
  sql.orderBy = orderOf(query);
  sql.from = "cases c";
  // The small table of words drives, in the order of its labels: so nothing has to be sorted.
  if (query.sort == core::SortColumn::Procedure)
    sql.from = "words w CROSS JOIN cases c ON c.procedure = w.ix";
  else if (query.sort == core::SortColumn::Holder)
    sql.from = "words w CROSS JOIN cases c ON c.holder = w.ix";
  return sql;
}

void bind(SQLite::Statement& statement, const QuerySql& sql) {
  int index = 0;
  for (const auto& value : sql.values)
    std::visit([&](const auto& each) { statement.bind(++index, each); }, value);
}

} // namespace madoguchi::storage
