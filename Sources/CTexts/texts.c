#include "CTexts.h"
const ecluse_text *ecluse_texts(size_t *count) { *count = 0; return 0; }
