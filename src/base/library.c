/* SPDX-License-Identifier: MIT */
#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

bool library_load(const char *file, const char *const *names, size_t count, void *pointers,
                  struct error *error)
{
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        error_set(error, ERROR_UNAVAILABLE, "%s is needed, and cannot be loaded: %s", file,
                  dlerror());
        return error_hint(error, "install the package that has it");
    }
    char *pointer = pointers;
    for (size_t i = 0; i < count; i++) {
        void *function = dlsym(library, names[i]);
        if (!function) {
            return error_set(error, ERROR_UNAVAILABLE, "%s has no %s: it is too old", file,
                             names[i]);
        }
        memcpy(pointer + i * sizeof function, &function, sizeof function);
    }
    return true;
}
