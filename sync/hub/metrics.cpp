// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/metrics.h"

#include "sync/hub/query.h"

#include <algorithm>

namespace rapport::hub
{

namespace
{

struct Sample {
    QByteArray labels; ///< "{state=\"waiting\"}", or empty
    qint64 value;
};

/// A label's value: backslashes, quotes and line ends are escaped.
QByteArray quoted(const QString& text)
{
    QByteArray out = text.toUtf8();
    out.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return '"' + out + '"';
}

void write(QByteArray& text, const char* name, const char* type, const char* help, const std::vector<Sample>& samples)
{
    text += QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
    for (const Sample& sample : samples)
        text += name + sample.labels + ' ' + QByteArray::number(sample.value) + '\n';
}

struct Family {
    const char *name, *type, *help, *sql; ///< of rows: value, and as many labels as there are names
    std::vector<const char*> labels;
};

const std::vector<Family>& families()
{
    static const std::vector<Family> all{
        {"rapport_records_total", "counter", "Records of conversations taken in.", "SELECT ifnull(max(id), 0) FROM record", {}},
        {"rapport_jobs_open",
         "gauge",
         "Jobs for other systems that are not confirmed: waiting, or in need of somebody.",
         "SELECT count(*), target, state FROM job WHERE state <> 'confirmed' GROUP BY target, state",
         {"target", "state"}},
        {"rapport_conflicts_open",
         "gauge",
         "Values that two have changed and a person is to decide about.",
         "SELECT count(*) FROM conflict WHERE outcome = 'ask'",
         {}},
        {"rapport_devices", "gauge", "Devices that may call.", "SELECT count(*) FROM device WHERE revoked_at IS NULL", {}},
        {"rapport_changes_total", "counter", "Changes that devices page through.", "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'seq'", {}},
        {"rapport_database_bytes",
         "gauge",
         "Size of the database.",
         "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
         {}},
    };
    return all;
}

Result<std::vector<Sample>> samplesOf(db::Database& database, const Family& family)
{
    return rows<Sample>(database, family.sql, [&](const db::Statement& row) {
        QByteArrayList labels;
        for (std::size_t i = 0; i < family.labels.size(); ++i)
            labels.append(family.labels[i] + QByteArray("=") + quoted(row.text(static_cast<int>(i) + 1)));
        return Sample{labels.isEmpty() ? QByteArray() : '{' + labels.join(',') + '}', row.integer(0)};
    });
}

} // namespace

void RequestCounts::count(int status)
{
    ++m_counts[static_cast<std::size_t>(std::clamp(status / 100, 2, 5) - 2)];
}

qint64 RequestCounts::ofClass(int hundreds) const
{
    return m_counts[static_cast<std::size_t>(std::clamp(hundreds, 2, 5) - 2)];
}

Result<QByteArray> metricsText(db::Database& database, const RequestCounts& requests)
{
    QByteArray text;
    for (const Family& family : families()) {
        const auto samples = samplesOf(database, family);
        if (!samples)
            return samples.error();
        write(text, family.name, family.type, family.help, *samples);
    }
    std::vector<Sample> answered;
    for (int hundreds = 2; hundreds <= 5; ++hundreds)
        answered.push_back({"{status=\"" + QByteArray::number(hundreds) + "xx\"}", requests.ofClass(hundreds)});
    write(text, "rapport_requests_total", "counter", "Requests answered since the hub was started.", answered);
    return text;
}

} // namespace rapport::hub
