// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/metrics.h"

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

Status writeKept(QByteArray& text, const Repositories& known)
{
    const auto records = known.submissions().count();
    const auto devices = known.devices().count();
    const auto jobs = known.jobs().open();
    const auto putOff = known.submissions().countPutOff();
    const auto conflicts = known.conflicts().countOpen();
    const auto changes = known.entities().newest();
    const auto bytes = known.settings().databaseBytes();
    if (!records || !devices || !jobs || !putOff)
        return !records ? records.error() : !devices ? devices.error() : !jobs ? jobs.error() : putOff.error();
    if (!conflicts || !changes || !bytes)
        return !conflicts ? conflicts.error() : !changes ? changes.error() : bytes.error();
    write(text, "rapport_records_total", "counter", "Records of conversations taken in.", {{{}, *records}});
    write(text, "rapport_records_put_off", "gauge", "Records on the disk from which nothing has followed yet.", {{{}, *putOff}});
    write(text, "rapport_devices", "gauge", "Devices that may call.", {{{}, *devices}});
    std::vector<Sample> open;
    for (const OpenJobs& one : *jobs)
        open.push_back({"{target=" + quoted(one.target) + ",state=" + quoted(word(one.state)) + '}', one.count});
    write(text, "rapport_jobs_open", "gauge", "Jobs for other systems that are not confirmed: waiting, or in need of somebody.", open);
    write(text, "rapport_conflicts_open", "gauge", "Values that two have changed and a person is to decide about.", {{{}, *conflicts}});
    write(text, "rapport_changes_total", "counter", "Changes that devices page through.", {{{}, changes->sequence}});
    write(text, "rapport_database_bytes", "gauge", "Size of the database.", {{{}, *bytes}});
    return ok();
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

Result<QByteArray> metricsText(const Repositories& known, const RequestCounts& requests)
{
    QByteArray text;
    if (auto written = writeKept(text, known); !written)
        return written.error();
    std::vector<Sample> answered;
    for (int hundreds = 2; hundreds <= 5; ++hundreds)
        answered.push_back({"{status=\"" + QByteArray::number(hundreds) + "xx\"}", requests.ofClass(hundreds)});
    write(text, "rapport_requests_total", "counter", "Requests answered since the hub was started.", answered);
    return text;
}

} // namespace rapport::hub
