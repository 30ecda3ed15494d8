# SPDX-License-Identifier: Apache-2.0
# Sourced, with $root set: gives $launcher for cmake. What one clone has compiled another takes from ccache: where a clone lies is no part of it.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
launcher=-DCMAKE_CXX_COMPILER_LAUNCHER=$(command -v ccache || true)
