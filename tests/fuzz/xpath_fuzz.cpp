// SPDX-License-Identifier: Apache-2.0
// An expression of a form: parsed, and evaluated over a small document.
#include "forms/xpath/evaluator.h"
#include "forms/xpath/xmltree.h"

using namespace rapport::forms;

namespace
{

const QByteArray garden = R"(<garden xmlns:g="urn:g"><bed id="b1"><plant>bean</plant><height>12</height></bed>
<bed id="b2"><plant>kale</plant><height>30.5</height><!-- high --><seeds><seed/><seed g:kind="x">3</seed></seeds></bed>
<bed id="b3"><plant/><height/><date>2027-03-09</date><place>48.4 10.0 0 0;48.5 10.0 0 0;48.5 10.1 0 0</place></bed></garden>)";

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8* data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto expression = parseExpression(text, UnknownFunctions::FaultWhenCalled);
    if (!expression)
        return 0;
    static const auto document = *XmlTree::parse(garden);
    static const Surroundings surroundings = [] {
        Surroundings out;
        out.now = [] { return QDateTime(QDate(2027, 11, 10), QTime(14, 5), Qt::UTC); };
        out.random = [] { return 4u; };
        out.instance = [](const QString&) -> std::optional<NodeRef> { return NodeRef{document.get(), document->documentElement()}; };
        return out;
    }();
    Context context;
    context.node = context.current = {document.get(), document->documentElement()};
    context.root = {document.get(), 0};
    context.surroundings = &surroundings;
    const Value value = evaluate(**expression, context);
    (void)value.string();
    (void)value.number();
    (void)value.boolean();
    return 0;
}
