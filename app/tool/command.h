// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace rapport::tool
{

/// One command of rapportctl: JSON on stdout, diagnostics on stderr, 0 only on success.
struct Command {
    QString name;      ///< "forms check"
    QString arguments; ///< "FORM.xml…", for the help text
    QString help;      ///< one sentence
    int (*run)(const QStringList& arguments);
};

std::vector<Command> formsCommands(); // forms convert, forms check, forms drive
Command convertCommand();
std::vector<Command> captureCommands(); // scan, parse
std::vector<Command> storeCommands();   // inspect, search
Command reportCommand();
Command rescueCommand();
std::vector<Command> benchCommands(); // bench start|idle|forms-open|search|pull|…
std::vector<Command> hubCommands();   // hub device|form|occasion|entities|submissions|connector|jobs

/// Says what went wrong on stderr and returns 1.
int fail(const QString& sentence);
/// One JSON document and a line end on stdout.
void print(const QByteArray& json);

} // namespace rapport::tool
