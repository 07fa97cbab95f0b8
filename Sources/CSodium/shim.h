/* Only BLAKE2b is used: the rest of the library stays out of the importer. */
#include <sodium/crypto_generichash.h>
