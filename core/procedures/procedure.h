// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/json.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A procedure (手続) as data: what a package in resources/procedures/<id>/ says, read and checked by
/// procedurereader.h. Plain values; nothing here can be half read.
///
/// Where localized text stands: form.json is a bare JSON Schema without titles; layout.json alone holds the
/// title, help, unit and labels of each field, in Japanese and English.
///
/// Field pointers (layout, openness, amounts, table columns) are JSON pointers into the filled form, with
/// "*" for the items of an array: "/vehicles/*/plate". Outcomes are named "Granted",
/// "GrantedWithConditions", "Refused" and "Dismissed".
namespace madoguchi::core {

struct LocalText {
  std::string ja;
  std::string en;
  bool operator==(const LocalText&) const = default;
};

/// True where the value at `pointer` of the form equals one of `anyOf`.
struct FieldCondition {
  std::string pointer; ///< "*" only for a sibling in the same array item
  std::vector<json::value> anyOf;
};

struct Field {
  std::string pointer;
  LocalText title;
  LocalText help;                              ///< may be empty in both languages
  std::string widget;                          ///< "" by schema type, or text, date, address, postalCode,
                                               ///< municipality, money, radio, choices, table, phone, email
  LocalText unit;                              ///< "円"/"yen"; may be empty
  std::map<std::string, LocalText> enumLabels; ///< every value of the field's enum has one
  std::optional<FieldCondition> visibleIf;
};

struct Section {
  std::string id;
  LocalText title;
  LocalText help;
  std::vector<Field> fields; ///< an array's own entry comes before those of its items
  std::optional<FieldCondition> visibleIf;
};

/// Each field of the form stands in exactly one section.
struct Layout {
  std::vector<Section> sections;
};

enum class FindingEffect { Meets, Fails, NotApplicable };

struct Finding {
  std::string id; ///< "met", "notMet", ...: what SetCriterion names
  LocalText title;
  FindingEffect effect = FindingEffect::Meets;
};

struct Criterion {
  CriterionId id;
  LocalText title;
  LocalText help;
  std::string article;   ///< as a reason and a notice cite it, in Japanese
  std::string articleEn; ///< for readers of English
  bool formal = false;   ///< 形式要件: failing it leads to Dismissed, not to Refused
  std::vector<Finding> findings;
};

struct DocumentKind {
  std::string id;
  LocalText title;
  LocalText help;
  bool required = false;           ///< where `condition` holds, if there is one
  std::vector<std::string> accept; ///< MIME types
  std::optional<FieldCondition> condition;
};

/// 標準処理期間. What stops it: "correction", "fee", "applicantChange", "extraData", "intermediary".
struct Clock {
  int days = 0;
  bool excludeOfficeHolidays = true;
  std::vector<std::string> stops;
  int correctionDays = 0; ///< proposed for the answer to a request for correction
  std::string article;
  std::string articleEn;
};

/// The part of a route that a draft needs; an empty list or no bound means any.
struct RouteCondition {
  std::vector<std::string> outcomes;
  std::optional<std::int64_t> amountFrom;  ///< inclusive, yen
  std::optional<std::int64_t> amountBelow; ///< exclusive, yen
};

enum class StageKind {
  Opinion,    ///< 審議, of one's own line
  LegalCheck, ///< 審査
  Consent,    ///< 協議, of another line
  Decision,   ///< 決定
};

struct Stage {
  std::string id;
  StageKind kind = StageKind::Opinion;
  LocalText title;
  /// "staff" 担当, "chief" 係長, "manager" 課長, "director" 部長, "head" 局長, "legal" 法務担当.
  std::string rank;
  int group = 0; ///< stages of one group run beside each other; groups in ascending order
  RouteCondition when;
};

/// 専決: the first rule that holds names the decision stage. The last rule holds always.
struct DecisionRule {
  RouteCondition when;
  std::string stage; ///< id of a stage of kind Decision
};

/// 代決: who may decide while the decider is away, and what. No substitutes: nobody.
struct AbsenceRule {
  std::map<std::string, std::string> substitutes; ///< rank of the decider → rank of who acts
  RouteCondition when;
};

struct Route {
  std::vector<Stage> stages; ///< ascending groups, decisions last
  std::vector<DecisionRule> decisions;
  AbsenceRule absence;
  std::string article; ///< the office's rule on who decides (事案決定規程), in Japanese
};

/// The five variants of 教示; their texts are in resources/notices/appeal.json (appealtext.h).
enum class AppealVariant { BothOpen, AppealFirst, RulingOnly, OnRuling, Reappeal };

/// One notice per outcome. Paragraphs hold placeholders, see noticetext.h; the Japanese text is the act,
/// the English one a reference.
struct NoticeTemplate {
  LocalText title;
  std::vector<LocalText> paragraphs;
  std::optional<AppealVariant> appeal; ///< none where the notice carries no 教示
};

struct Notices {
  LocalText authority;      ///< who acts: 東京都知事
  LocalText reviewBody;     ///< 審査請求 goes to
  LocalText defendant;      ///< of a suit
  LocalText representative; ///< who represents the defendant
  std::map<std::string, NoticeTemplate> byOutcome;
  std::vector<LocalText> usualConditions; ///< offered while drafting
};

/// A usual text of a request for correction (補正), which a clerk begins with. Placeholders:
/// correctiontext.h. The Japanese text goes to the applicant, the English one is a reference.
struct CorrectionTemplate {
  LocalText title;
  LocalText text;
  std::string pointer;      ///< the field that it is about; may be empty
  std::string documentKind; ///< or the document; may be empty
};

enum class RetentionStart {
  NextFiscalYear,   ///< 1 April after the case was closed
  DayAfterClosing,  ///< the day after the case was closed
  NextCalendarYear, ///< 1 January after the case was closed
};
enum class Disposal { Destroy, Archive };

struct Retention {
  int years = 0; ///< 30, 10, 5, 3, 1, or the statute's own; 0 is "less than one year"
  RetentionStart start = RetentionStart::NextFiscalYear;
  Disposal disposal = Disposal::Destroy;
  std::string article;
};

enum class Openness { Public, Generalise, Secret };

struct FieldOpenness {
  Openness openness = Openness::Secret;
  std::string how; ///< with Generalise: "municipality", "year", "month", "range:<yen>"
};

struct AmountRange {
  std::int64_t from = 0; ///< both inclusive, yen
  std::int64_t to = 0;
};

struct Procedure {
  ProcedureId id;
  int version = 1;
  LocalText title;
  LocalText summary;
  std::string group; ///< part of a scope: "permit", "grant", "disclosure", "import"
  LocalText lawName;
  std::string basis; ///< the article on which the application rests, in Japanese
  std::string basisEn;
  bool importOnly = false; ///< its cases come from event logs only, nobody applies
  json::value form;        ///< JSON Schema draft-07, compiled by FormSchema
  Layout layout;
  std::vector<Criterion> criteria;
  std::vector<DocumentKind> documents;
  Clock clock;
  Route route;
  Notices notices;
  std::vector<CorrectionTemplate> corrections; ///< may be none
  Retention retention;
  std::map<std::string, FieldOpenness> openness; ///< by field pointer, every field of the form
  int kAnonymity = 5;
  std::string numberPattern;             ///< "{era_year}{office_symbol}第{seq}号"
  std::vector<std::string> tableFields;  ///< at most three pointers shown as list columns
  std::string amountField;               ///< requested amount in yen; may be empty
  std::optional<AmountRange> usualRange; ///< outside it a case is "unlike" in a batch
  /// How intake maps: a pointer into core::Applicant ("/party/name/display") → a pointer into the document
  /// that an online front hands in ({"applicant": …, "form": …}). The applicant is no part of the form, and
  /// never part of an open-data export.
  std::map<std::string, std::string> applicantFields;
  json::object package; ///< the files it was read from, by name; what toJson sends
};

[[nodiscard]] const Criterion* criterion(const Procedure& procedure, const CriterionId& id);
[[nodiscard]] const Finding* finding(const Criterion& criterion, std::string_view id);
[[nodiscard]] const DocumentKind* documentKind(const Procedure& procedure, std::string_view id);
[[nodiscard]] const Stage* stage(const Procedure& procedure, std::string_view id);

/// The field of a pointer into a filled form: indexes match "*" ("/vehicles/0/plate").
[[nodiscard]] const Field* field(const Procedure& procedure, std::string_view pointer);

/// The requested amount of a filled form; none where the procedure has none, or the form holds no integer.
[[nodiscard]] std::optional<std::int64_t> amountOf(const Procedure& procedure, const json::value& form);

/// `at` is the concrete pointer of the field that asks; its indexes stand in for the condition's "*".
[[nodiscard]] bool holds(const FieldCondition& condition, const json::value& form, std::string_view at = {});
[[nodiscard]] bool holds(const RouteCondition& condition, std::string_view outcome,
                         std::optional<std::int64_t> amount);

/// The documents that this form must bring, in the procedure's order.
[[nodiscard]] std::vector<const DocumentKind*> requiredDocuments(const Procedure& procedure,
                                                                 const json::value& form);

/// The resolved route of a draft: the stages whose condition holds, in order, with exactly one decision,
/// last. An Opinion of a rank that is not below the decider's is left out. A bound on the amount does not
/// hold where there is no amount. The pointers live as long as the procedure.
[[nodiscard]] std::vector<const Stage*> stagesFor(const Procedure& procedure, std::string_view outcome,
                                                  std::optional<std::int64_t> amount);

/// 代決: whether somebody of `rank` may decide this stage for an absent decider.
[[nodiscard]] bool mayDecideForAbsent(const Procedure& procedure, const Stage& stage, std::string_view rank,
                                      std::string_view outcome, std::optional<std::int64_t> amount);

} // namespace madoguchi::core
