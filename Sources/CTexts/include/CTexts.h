#ifndef ECLUSE_CTEXTS_H
#define ECLUSE_CTEXTS_H

#include <stddef.h>

/// One file that ships inside the program: its path in the repository and its bytes.
typedef struct {
  const char *path;
  const unsigned char *bytes;
  size_t count;
} ecluse_text;

/// Every file that ships inside the program, in the order of their paths.
const ecluse_text *ecluse_texts(size_t *count);

#endif
