// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/formsession.h"
#include "sync/store/store.h"

#include <QTemporaryDir>

#include <functional>

namespace rapport::tests
{

/// A device with the demo fair, its lists and the shipped forms, on which conversations are filled in and finished as the app does it.
struct Visit {
    /// In @p folder; empty: in one of its own, which goes with this.
    explicit Visit(const QByteArray& deviceSecret = QByteArray(32, 's'), const QString& folder = {});

    struct File {
        QString name;
        QByteArray content;
    };
    using Fill = std::function<void(forms::FormSession&)>;
    store::ConversationId finish(const QString& formId, const Fill& fill, const std::vector<File>& files = {});
    void addForm(const QString& id, const QByteArray& xml);
    void addPack(const QString& name);

    QTemporaryDir dir;
    QString path;
    std::unique_ptr<store::Store> store;
};

/// The @p number-th node of that name in document order, counted from 1.
forms::NodeId named(const forms::FormSession& session, const QString& name, int number = 1);
/// Answers it; the test fails where that is refused.
void say(forms::FormSession& session, const QString& name, const QString& value, int number = 1);
/// The file of an upload, as the app names it in the record.
void attach(forms::FormSession& session, const QString& name, const QString& file, int number = 1);

/// Story B at a freezer in Jakarta: a gasket that is worn out, a pressure that is measured twice, a signature, and a word for sales.
store::ConversationId maintenance(Visit& visit);
QByteArray jpeg(QSize size);
QByteArray signature();

} // namespace rapport::tests
