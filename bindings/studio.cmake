# The studio module: reading, training and telling in a page's worker, the same sources as the
# command's. A merchant's desk downloads it once, so that speed counts more than bytes.

add_compile_options(-O3 -fwasm-exceptions)
add_link_options(-O3 -fwasm-exceptions)

# Headers of this machine's packages, each behind a name of its own: a folder of system headers on
# the search path would take the place of Emscripten's.
set(headers ${CMAKE_BINARY_DIR}/include)
file(MAKE_DIRECTORY ${headers})
function(header_package target folder header name)
    find_path(${name}_FOLDER ${folder}/${header} REQUIRED NO_CMAKE_FIND_ROOT_PATH
        PATHS /usr/include /usr/local/include /opt/homebrew/include PATH_SUFFIXES eigen3)
    file(CREATE_LINK ${${name}_FOLDER}/${folder} ${headers}/${folder} SYMBOLIC)
    add_library(${name}_headers INTERFACE)
    target_include_directories(${name}_headers SYSTEM INTERFACE ${headers})
    add_library(${target} ALIAS ${name}_headers)
endfunction()
header_package(nlohmann_json::nlohmann_json nlohmann json.hpp json)
header_package(Eigen3::Eigen Eigen Dense eigen)

room(read nlohmann_json::nlohmann_json)
# A page gets its bytes from the browser, which unpacks them too.
get_target_property(sources goeswith_read SOURCES)
list(FILTER sources EXCLUDE REGEX "read/(files|gzip)\\.cpp$")
set_target_properties(goeswith_read PROPERTIES SOURCES "${sources}")
room(train goeswith_read goeswith_model goeswith_recommend Eigen3::Eigen)
room(config goeswith_read goeswith_model goeswith_recommend nlohmann_json::nlohmann_json)
room(report goeswith_config goeswith_train nlohmann_json::nlohmann_json)

add_executable(studio bindings/studio.cpp)
target_link_libraries(studio PRIVATE goeswith_report)
target_link_options(studio PRIVATE
    --bind --no-entry
    -sMODULARIZE -sEXPORT_ES6 -sEXPORT_NAME=createStudio -sENVIRONMENT=web,worker
    -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0 -sTEXTDECODER=2
    -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=2GB -sABORTING_MALLOC=0
    -sTOTAL_STACK=1048576 -sINITIAL_MEMORY=33554432)

# Debian's em++ looks for acorn among node's modules, where node itself does not look.
get_filename_component(prefix ${CMAKE_CXX_COMPILER}/../.. ABSOLUTE)
if(EXISTS ${prefix}/share/nodejs/acorn)
    set_target_properties(studio PROPERTIES
        RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=${prefix}/share/nodejs")
endif()
