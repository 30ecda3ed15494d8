// SPDX-License-Identifier: Apache-2.0
// The form engine in another program: a form from a file, one answer, the record on stdout. forms/README.md shows these lines.
#include "forms/session/formsession.h"

#include <QFile>

#include <cstdio>

using namespace rapport::forms;

int main(int argc, char** argv)
{
    QFile file(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    const auto form = Form::load(file.readAll());
    if (!form)
        return std::fprintf(stderr, "%s\n", qPrintable(form.error().detail)), 1;
    const auto session = FormSession::start(*form, {});
    if (!session)
        return std::fprintf(stderr, "%s\n", qPrintable(session.error().detail)), 1;
    if (const auto name = (*session)->find(u"/data/name"); name && !(*session)->answer(*name, QStringLiteral("Ada")))
        return 1;
    const Submission record = (*session)->submission();
    std::printf("%s%s\n", record.xml.constData(), record.ready ? "" : "\n(not ready: something required is missing)");
    return 0;
}
