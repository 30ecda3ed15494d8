// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <cassert>
#include <utility>
#include <variant>

namespace rapport
{

/// What went wrong in ordinary use, said so that the caller knows what it can do about it.
struct Error {
    enum class Kind {
        Invalid,  ///< the input is not acceptable: ask again
        NotFound, ///< what was asked for is not there
        Conflict, ///< somebody else was first, or a constraint refuses it
        Offline,  ///< the other side could not be reached, or answered nonsense: retry later
        Denied,   ///< the other side, or the file system, does not let us
        Corrupt,  ///< stored or received data contradict themselves
        Full,     ///< no room left on the disk: nothing was changed
        Newer,    ///< the data were written by a newer Rapport: update first, nothing was touched
        Internal, ///< a broken assumption of ours
    };
    Kind kind = Kind::Internal;
    QString detail; ///< for the log and for engineers; never holds personal data, never shown to a visitor

    friend bool operator==(const Error&, const Error&) = default;
};

/// A value of @p T, or the Error that kept it from being made. Same verbs as std::expected, which GCC 12 has only under C++23.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_state.index() == 0; }
    bool has_value() const { return m_state.index() == 0; }

    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(value()); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const
    {
        assert(!has_value());
        return *std::get_if<1>(&m_state);
    }
    T value_or(T fallback) const& { return has_value() ? value() : std::move(fallback); }

private:
    T& value()
    {
        assert(has_value());
        return *std::get_if<0>(&m_state);
    }
    const T& value() const
    {
        assert(has_value());
        return *std::get_if<0>(&m_state);
    }

    std::variant<T, Error> m_state;
};

using Status = Result<std::monostate>;

/// The Status of something that went well.
inline Status ok()
{
    return Status(std::monostate{});
}

} // namespace rapport
