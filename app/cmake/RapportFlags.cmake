# SPDX-License-Identifier: Apache-2.0
# rapport_flags: how our own C++ is compiled. Private to our targets, never given to generated QML code.
add_library(rapport_flags INTERFACE)
target_compile_options(rapport_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)
target_compile_definitions(rapport_flags INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH)
if(RAPPORT_WERROR)
    target_compile_options(rapport_flags INTERFACE -Werror)
endif()

# What most of our files include is read once. The release preset goes without it, so that there every file includes what it needs.
add_library(rapport_headers STATIC EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/headers.cpp)
target_link_libraries(rapport_headers PUBLIC Qt6::Core PRIVATE rapport_flags)
target_precompile_headers(rapport_headers PRIVATE <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QJsonArray> <QJsonDocument> <QJsonObject>
    <QLocale> <QLoggingCategory> <QObject> <QRegularExpression> <QString> <QStringList> <QUrl> <algorithm> <chrono> <functional> <map> <memory>
    <optional> <vector>)

# rapport_library(NAME SOURCES … PUBLIC … PRIVATE …): a static library of ours. PUBLIC and PRIVATE are the arrows it may follow;
# headers are found as "folder/file.h" only through a linked target, so that an include against the arrows does not build.
function(rapport_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE rapport_flags ${arg_PRIVATE})
    target_precompile_headers(${name} REUSE_FROM rapport_headers)
    rapport_export_headers(${name} PUBLIC)
endfunction()

# Makes the headers of the current folder (and below) includable as "path/from/root.h" for those who link @p name, and no others: a tree of
# symbolic links in the build folder holds just this folder.
function(rapport_export_headers name scope)
    file(RELATIVE_PATH room ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
    set(view ${CMAKE_BINARY_DIR}/include/${name})
    get_filename_component(parent ${view}/${room} DIRECTORY)
    file(MAKE_DIRECTORY ${parent})
    file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${view}/${room} SYMBOLIC)
    target_include_directories(${name} ${scope} ${view})
endfunction()
