// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/decider.h"
#include "core/text/mynumber.h"

#include <algorithm>

namespace madoguchi::core {

namespace {

constexpr std::size_t kMaxText = 20'000; ///< bytes of one free text

bool holdsMyNumber(const json::value& value) {
  if (const auto* text = value.if_string()) return findMyNumber({text->data(), text->size()}).has_value();
  if (const auto* array = value.if_array()) return std::any_of(array->begin(), array->end(), holdsMyNumber);
  if (const auto* object = value.if_object())
    return std::any_of(object->begin(), object->end(),
                       [](const auto& pair) { return holdsMyNumber(pair.value()); });
  if (const auto* number = value.if_int64())
    return *number > 0 && findMyNumber(std::to_string(*number)).has_value();
  return false;
}

// Far below the levels that parseJson takes, because events and answers wrap a value in a few more.
constexpr int kMaxFormDepth = 32;

int depthOf(const json::value& value) {
  int deepest = 0;
  if (const auto* array = value.if_array()) {
    for (const auto& item : *array)
      deepest = std::max(deepest, depthOf(item));
  } else if (const auto* object = value.if_object()) {
    for (const auto& pair : *object)
      deepest = std::max(deepest, depthOf(pair.value()));
  } else {
    return 0;
  }
  return deepest + 1;
}

bool isArrival(const CommandBody& body) {
  return std::holds_alternative<ReceiveOnline>(body) || std::holds_alternative<ReceiveOnPaper>(body);
}

} // namespace

Decided decide(const CaseState* state, const Command& command, const Context& context) {
  return Decider(state, command, context).run();
}

Decided Decider::run() const {
  if (m_command.id.empty() || m_command.caseId.empty())
    return refuse(ErrorCode::InvalidArgument, "a command needs an id and a case");
  if (m_command.actor != m_context.actor.id)
    return refuse(ErrorCode::NotPermitted, "the command names another actor");
  if (isArrival(m_command.body)) {
    if (m_state != nullptr) return refuse(ErrorCode::AlreadyExists, "the case has arrived already");
  } else {
    if (m_state == nullptr) return refuse(ErrorCode::NoSuchCase);
    if (!maySee(m_context.actor, *m_state, m_context.offices)) return refuse(ErrorCode::NotPermitted);
    if (m_context.procedure == nullptr) return refuse(ErrorCode::NoSuchProcedure);
  }
  return std::visit(*this, m_command.body);
}

bool Decider::actorHas(Role role) const {
  return hasRole(m_context.actor, role, m_context.offices, m_state->office, m_state->procedure,
                 m_state->visibility == Visibility::Protected);
}

Check Decider::worker() const {
  if (actorHas(Role::Clerk) || actorHas(Role::Supervisor)) return {};
  return refuse(ErrorCode::NotPermitted, "needs a clerk or a supervisor of the office");
}

Check Decider::supervisor() const {
  if (actorHas(Role::Supervisor)) return {};
  return refuse(ErrorCode::NotPermitted, "needs a supervisor of the office");
}

Check Decider::editor() const {
  MADOGUCHI_CHECK(worker());
  if (m_state->holder == m_context.actor.id || actorHas(Role::Supervisor)) return {};
  return refuse(ErrorCode::NotHolder,
                m_state->holder.empty() ? "nobody holds the case" : "somebody else holds it");
}

Check Decider::status(std::initializer_list<Status> allowed) const {
  if (std::find(allowed.begin(), allowed.end(), m_state->status) != allowed.end()) return {};
  return refuse(ErrorCode::WrongState, boost::describe::enum_to_string(m_state->status, "?"));
}

Check Decider::pastDay(Date day, Date from) const {
  if (day < from) return refuse(ErrorCode::DateOutOfBounds, toText(day) + " is before " + toText(from));
  if (day > today()) return refuse(ErrorCode::DateOutOfBounds, toText(day) + " is after " + toText(today()));
  return {};
}

Check Decider::text(const std::string& text, ErrorCode whenEmpty) const {
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) return refuse(whenEmpty, "a text is due");
  if (text.size() > kMaxText) return refuse(ErrorCode::TooLarge, "text over the limit");
  if (findMyNumber(text)) return refuse(ErrorCode::MyNumberFound);
  return {};
}

Check Decider::noMyNumber(const json::value& value) const {
  if (holdsMyNumber(value)) return refuse(ErrorCode::MyNumberFound);
  return {};
}

Check Decider::shallow(const json::value& value) {
  if (depthOf(value) > kMaxFormDepth) return refuse(ErrorCode::TooLarge, "nested too deeply");
  return {};
}

void Decider::beginExamining(std::vector<EventBody>& events) const {
  if (m_state->status == Status::Registered) events.emplace_back(ExaminationStarted{});
}

} // namespace madoguchi::core
