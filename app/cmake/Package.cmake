# SPDX-License-Identifier: Apache-2.0
# Where everything goes when it is installed, and the Debian package (cpack -G DEB). Helpers that nobody calls by hand lie in libexec/rapport; SQLCipher 4,
# which Debian 12 does not have, in lib/rapport, for us alone.
include(GNUInstallDirs)

set(helpers ${CMAKE_INSTALL_LIBEXECDIR}/rapport)
set(private_libraries lib/rapport)
set_target_properties(rapport rapport-hub rapportctl PROPERTIES INSTALL_RPATH "$ORIGIN/../${private_libraries}")
set_target_properties(rapport-form-window PROPERTIES INSTALL_RPATH "$ORIGIN/../../${private_libraries}")
install(TARGETS rapport rapport-hub rapportctl RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS rapport-worker rapport-film rapport-empty-window rapport-form-window rapport-plain-reader rapport-plain-scanner RUNTIME DESTINATION ${helpers})

set(package_files ${PROJECT_SOURCE_DIR}/assets/package)
install(FILES ${package_files}/org.rapport.Rapport.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${package_files}/org.rapport.Rapport.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${package_files}/org.rapport.Rapport.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${package_files}/rapport-hub.service DESTINATION lib/systemd/system)
install(FILES ${package_files}/rapport-hub.sysusers DESTINATION lib/sysusers.d RENAME rapport-hub.conf)
install(FILES ${PROJECT_SOURCE_DIR}/docs/serving.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/rapport)
install(FILES ${package_files}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/rapport)

# Man pages are made of what --help says, so that they never say anything else.
find_program(HELP2MAN help2man REQUIRED)
set(pages "")
foreach(program rapport rapport-hub rapportctl)
    set(page ${CMAKE_BINARY_DIR}/man/${program}.1)
    add_custom_command(OUTPUT ${page}.gz
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/man
        COMMAND ${CMAKE_COMMAND} -E env QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
            ${HELP2MAN} --no-info --locale=C.UTF-8 --section=1 --manual=Rapport "--source=Rapport ${PROJECT_VERSION}"
            "--include=${package_files}/${program}.h2m" --output=${page} $<TARGET_FILE:${program}>
        DEPENDS ${program} ${package_files}/${program}.h2m
        COMMAND gzip -9nf ${page}
        VERBATIM)
    list(APPEND pages ${page}.gz)
endforeach()
set(changelog ${CMAKE_BINARY_DIR}/changelog.gz)
add_custom_command(OUTPUT ${changelog} COMMAND sh -c "gzip -9nc ${package_files}/changelog > ${changelog}" DEPENDS ${package_files}/changelog VERBATIM)
install(FILES ${changelog} DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/rapport)
add_custom_target(man ALL DEPENDS ${pages} ${changelog})
install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

# SQLCipher as it was built against, under the name that the programs ask for.
find_library(SQLCIPHER_LIBRARY sqlcipher REQUIRED)
file(REAL_PATH ${SQLCIPHER_LIBRARY} sqlcipher_file)
set(private_copy ${CMAKE_BINARY_DIR}/private)
file(MAKE_DIRECTORY ${private_copy})
file(COPY_FILE ${sqlcipher_file} ${private_copy}/libsqlcipher.so.1 ONLY_IF_DIFFERENT)
install(FILES ${private_copy}/libsqlcipher.so.1 DESTINATION ${private_libraries})

# What has to be there to run is in app/install/packages.txt; libraries are found by dpkg-shlibdeps.
file(STRINGS ${PROJECT_SOURCE_DIR}/app/install/packages.txt run_lines REGEX "^run ")
list(TRANSFORM run_lines REPLACE "^run " "")
list(JOIN run_lines ", " run_packages)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME rapport)
set(CPACK_PACKAGE_VENDOR "The Rapport authors")
set(CPACK_PACKAGE_CONTACT "The Rapport authors <rapport@rapport.example>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "customer conversations at the fair, on a visit, at the machine")
set(CPACK_PACKAGE_DESCRIPTION
    "Rapport scans a badge, guides through just the questions that the occasion
 needs and agrees what follows, with or without a network. The result travels
 by itself, exactly once, to the systems of record. This package brings the
 app, the hub and rapportctl.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${private_copy})
set(CPACK_DEBIAN_PACKAGE_DEPENDS "${run_packages}")
include(CPack)
