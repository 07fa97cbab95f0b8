/* The one function of LLVM's libFuzzer that is called; it comes with `-sanitize=fuzzer`. */
#ifndef BROADSHEET_CLIBFUZZER_H
#define BROADSHEET_CLIBFUZZER_H
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*one)(const uint8_t *data, size_t size));
#endif
