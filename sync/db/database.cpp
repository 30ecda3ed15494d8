// SPDX-License-Identifier: Apache-2.0
#include "sync/db/database.h"

#include <QFile>
#include <QFileInfo>

#include <sqlcipher/sqlite3.h>

namespace rapport::db
{

namespace
{

/// SQLite's own words say which table and column, never a value.
Error errorOf(sqlite3* handle, int code)
{
    const QString detail = QStringLiteral("sqlite %1: %2").arg(code).arg(QString::fromUtf8(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code)));
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Error::Kind::Conflict, detail};
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_TOOBIG:
        return {Error::Kind::Full, detail};
    case SQLITE_NOTADB:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
        return {Error::Kind::Denied, detail};
    case SQLITE_CORRUPT:
        return {Error::Kind::Corrupt, detail};
    default:
        return {Error::Kind::Internal, detail};
    }
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

void Statement::bindOne(int index, const QString& value)
{
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text64(m_statement.get(), index, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bindOne(int index, const QByteArray& value)
{
    sqlite3_bind_blob64(m_statement.get(), index, value.constData(), static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT);
}

void Statement::bindOne(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), index, value);
}

void Statement::bindOne(int index, double value)
{
    sqlite3_bind_double(m_statement.get(), index, value);
}

void Statement::bindOne(int index, std::nullptr_t)
{
    sqlite3_bind_null(m_statement.get(), index);
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const Error error = errorOf(sqlite3_db_handle(m_statement.get()), code);
    sqlite3_reset(m_statement.get());
    return error;
}

Status Statement::run()
{
    for (;;) {
        const Result<bool> row = step();
        if (!row)
            return row.error();
        if (!*row)
            break;
    }
    sqlite3_reset(m_statement.get());
    return ok();
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

QString Statement::text(int column) const
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement.get(), column));
}

QByteArray Statement::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement.get(), column));
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

void Database::Close::operator()(sqlite3* handle) const
{
    sqlite3_close_v2(handle);
}

Result<Database> Database::open(const QString& file, const Options& options)
{
    const bool isNew = !QFile::exists(file);
    if (isNew && options.access == Options::Access::MustExist)
        return Error{Error::Kind::NotFound, QStringLiteral("no database at this place")};

    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(file.toUtf8().constData(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(handle);
    if (code != SQLITE_OK)
        return errorOf(handle, code);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, options.busyTimeoutMs);
    if (isNew)
        QFile::setPermissions(file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);

    if (options.key) {
        const QByteArray raw = "x'" + options.key->toHex() + "'"; // a raw key: no derivation inside SQLCipher
        if (const int keyed = sqlite3_key_v2(handle, "main", raw.constData(), static_cast<int>(raw.size())); keyed != SQLITE_OK)
            return errorOf(handle, keyed);
    }
    if (auto readable = database.number("SELECT count(*) FROM sqlite_master"); !readable)
        return readable.error();
    // 8 MiB of pages: each one that is read again costs its decryption.
    if (auto set = database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; "
                                    "PRAGMA cache_size = -8192");
        !set)
        return set.error();
    return database;
}

Result<Statement> Database::prepare(const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    if (const int code = sqlite3_prepare_v3(m_handle.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr); code != SQLITE_OK)
        return errorOf(m_handle.get(), code);
    return Statement(statement);
}

Result<Statement*> Database::kept(const char* sql)
{
    if (const auto known = m_kept.find(std::string_view(sql)); known != m_kept.end())
        return &known->second;
    auto prepared = prepare(sql);
    if (!prepared)
        return prepared.error();
    return &m_kept.emplace(sql, std::move(*prepared)).first->second;
}

Status Database::execute(const char* sql)
{
    if (const int code = sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr); code != SQLITE_OK)
        return errorOf(m_handle.get(), code);
    return ok();
}

Result<std::optional<qint64>> Database::number(const char* sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    const auto row = statement->step();
    if (!row)
        return row.error();
    return *row && !statement->isNull(0) ? std::optional<qint64>(statement->integer(0)) : std::nullopt;
}

Result<Database::Revision> Database::revision()
{
    const auto statement = kept("PRAGMA data_version");
    if (!statement)
        return statement.error();
    if (const auto row = (*statement)->step(); !row)
        return row.error();
    const Revision revision{(*statement)->integer(0), sqlite3_total_changes64(m_handle.get())};
    (*statement)->reset();
    return revision;
}

qint64 Database::changes() const
{
    return sqlite3_changes64(m_handle.get());
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

Result<Transaction> Transaction::begin(Database& database)
{
    if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    return Transaction(database);
}

Transaction::~Transaction()
{
    if (m_database)
        (void)m_database->execute("ROLLBACK"); // nothing was promised; SQLite may have rolled back by itself
}

Status Transaction::commit()
{
    auto committed = m_database->execute("COMMIT");
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace rapport::db
