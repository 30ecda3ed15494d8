// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace rapport::db
{

/// One prepared statement. Bind, then run() or step(); prepared once and kept by whoever asks often.
class Statement
{
public:
    Statement(Statement&&) noexcept = default;
    Statement& operator=(Statement&&) noexcept = default;

    /// Binds all parameters in order, ?1 first. Strings, blobs, integers, doubles, optionals of these, nullptr. Forgets what was bound before.
    template <typename... Values>
    Statement& bind(const Values&... values)
    {
        reset();
        int index = 0;
        (bindOne(++index, values), ...);
        return *this;
    }

    /// For statements without rows. A constraint that refuses is Conflict, a full disk Full.
    Status run();
    /// Moves to the next row: true on a row, false after the last.
    Result<bool> step();
    void reset();

    bool isNull(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    explicit Statement(sqlite3_stmt* statement) : m_statement(statement) {}

    void bindOne(int index, const QString& value);
    void bindOne(int index, const QByteArray& value);
    void bindOne(int index, qint64 value);
    void bindOne(int index, int value) { bindOne(index, static_cast<qint64>(value)); }
    void bindOne(int index, bool value) { bindOne(index, static_cast<qint64>(value)); }
    void bindOne(int index, double value);
    void bindOne(int index, std::nullptr_t);
    template <typename T>
    void bindOne(int index, const std::optional<T>& value)
    {
        if (value)
            bindOne(index, *value);
        else
            bindOne(index, nullptr);
    }

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

/// One connection; for one thread at a time. Moves, never copies.
class Database
{
public:
    struct Options {
        std::optional<QByteArray> key; ///< 32 bytes: SQLCipher's raw key; absent: a plain file
        int busyTimeoutMs = 10'000;
        enum class Access { Create, MustExist } access = Access::Create;
    };

    /// WAL, foreign keys, and a commit is on the disk when it returns (synchronous = FULL). A wrong key is Denied, a torn file Corrupt.
    /// New files are for the owner only (0600). Errors name neither key nor values.
    static Result<Database> open(const QString& file, const Options& options);

    Result<Statement> prepare(const char* sql);
    /// The same, prepared once for this text and kept as long as the connection: texts are few, values are bound. One use at a time; reset() it
    /// when done with its rows.
    Result<Statement*> kept(const char* sql);
    /// Several statements without parameters.
    Status execute(const char* sql);
    /// The first column of the first row, or nothing.
    Result<std::optional<qint64>> number(const char* sql);
    /// Another one after each commit of another connection and each change by this one: what was read before may be known no longer.
    struct Revision {
        qint64 theirs = 0, ours = 0;
        bool operator==(const Revision&) const = default;
    };
    Result<Revision> revision();
    qint64 changes() const;
    qint64 lastInsertId() const;
    sqlite3* handle() const { return m_handle.get(); }

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    explicit Database(sqlite3* handle) : m_handle(handle) {}
    std::unique_ptr<sqlite3, Close> m_handle; ///< outlives the statements, which are declared after it
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view sql) const { return std::hash<std::string_view>()(sql); }
    };
    std::unordered_map<std::string, Statement, Hash, std::equal_to<>> m_kept;
};

/// BEGIN IMMEDIATE; rolls back unless commit() succeeded.
class Transaction
{
public:
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Status commit();

private:
    explicit Transaction(Database& database) : m_database(&database) {}
    Database* m_database;
};

} // namespace rapport::db
