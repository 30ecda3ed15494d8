# SPDX-License-Identifier: Apache-2.0
# rapport_pack(<out> <name>): forms/packs/<name>.xlsx becomes a form at build; what the converter has against it ends the build with its sentence.
function(rapport_pack out name)
    set(workbook ${PROJECT_SOURCE_DIR}/forms/packs/${name}.xlsx)
    set(form ${PROJECT_BINARY_DIR}/packs/${name}.xml)
    file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/packs)
    add_custom_command(OUTPUT ${form}
        COMMAND rapportctl forms convert ${workbook} -o ${form}
        DEPENDS rapportctl ${workbook}
        COMMENT "Converting the pack ${name}" VERBATIM)
    set_source_files_properties(${form} PROPERTIES QT_RESOURCE_ALIAS ${name}.xml)
    set(${out} ${form} PARENT_SCOPE)
endfunction()
