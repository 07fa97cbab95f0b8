/* BLAKE2b and the version: the rest of the library stays out of the importer. */
#include <sodium/crypto_generichash.h>
#include <sodium/version.h>
