// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFocusEvent>
#include <QInputMethodEvent>

namespace madoguchi::ui {

/// A text input that knows whether an input method is composing in it: until then the text is not what the
/// user means, and Enter belongs to the input method.
template <typename Input>
class Composing : public Input {
public:
  using Input::Input;

  [[nodiscard]] bool isComposing() const { return m_composing; }

protected:
  void inputMethodEvent(QInputMethodEvent* event) override {
    m_composing = !event->preeditString().isEmpty();
    Input::inputMethodEvent(event);
  }
  void focusOutEvent(QFocusEvent* event) override {
    m_composing = false;
    Input::focusOutEvent(event);
  }

private:
  bool m_composing = false;
};

} // namespace madoguchi::ui
