// SPDX-License-Identifier: MIT
#pragma once
#include <concepts>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace husk {

/// The one exception of this library. Its message names the argument, its value and the rule it breaks;
/// where it is thrown, no pixel has been written yet. A program that is compiled without exceptions prints
/// the message to the standard error stream instead, and aborts.
class error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

namespace detail {

[[noreturn]] inline void raise(error const& wrong)
{
#if defined(__cpp_exceptions)
    throw wrong;
#else
    std::fprintf(stderr, "%s\n", wrong.what());
    std::abort();
#endif
}

/// Calls `f`; to the message of an error of its, what `more` returns is added.
template <class F, class More>
void explained(F const& f, [[maybe_unused]] More const& more)
{
#if defined(__cpp_exceptions)
    try {
        f();
    } catch (error const& wrong) {
        throw error(wrong.what() + more());
    }
#else
    f();
#endif
}

// Values as they stand in messages.

template <std::integral T>
auto text(T value) -> std::string
{
    return std::to_string(value);
}

inline auto text(bool value) -> std::string { return value ? "true" : "false"; }

/// Nine digits: enough to tell every float from its neighbours.
template <std::floating_point T>
auto text(T value) -> std::string
{
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.9g", static_cast<double>(value));
    return digits;
}

inline auto text(char const* value) -> std::string { return value; }
inline auto text(std::string_view value) -> std::string { return std::string(value); }
inline auto text(std::string const& value) -> std::string { return value; }

/// Our own types say themselves what they look like. Numbers are not ours, even where one may stand for a
/// size.
template <class T>
    requires(!std::is_arithmetic_v<T>)
auto text(T const& value) -> decltype(to_string(value)) { return to_string(value); }

/// A member of an argument: "source" and ".pitch".
struct member {
    std::string_view object, name;

    friend auto to_string(member const& m) -> std::string { return text(m.object) + text(m.name); }
};

/// Throws the library's exception: "husk: <argument> is <value>: <rule>". The rule may come in parts, words
/// and values; they are put together only now, so that checks which pass cost nothing.
template <class A, class T, class... Rule>
[[noreturn]] void reject(A argument, T value, Rule const&... rule)
{
    raise(error("husk: " + text(argument) + " is " + text(value) + ": " + (text(rule) + ...)));
}

template <class A, class T, class... Rule>
void require(bool holds, A argument, T value, Rule const&... rule)
{
    if (!holds) reject(argument, value, rule...);
}

} // namespace detail
} // namespace husk
