// Written by scripts/texts. Each file is embedded as it is.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CTexts.h"

static const unsigned char text_0[] = {
#embed "../../Assets/style.css" if_empty(0)
};
static const unsigned char text_1[] = {
#embed "../../Vocabulary/hardware.yaml" if_empty(0)
};
static const unsigned char text_2[] = {
#embed "../../Vocabulary/places.yaml" if_empty(0)
};

static const ecluse_text texts[] = {
  { "Assets/style.css", text_0, sizeof text_0 },
  { "Vocabulary/hardware.yaml", text_1, sizeof text_1 },
  { "Vocabulary/places.yaml", text_2, sizeof text_2 },
};

const ecluse_text *ecluse_texts(size_t *count) {
  *count = sizeof texts / sizeof texts[0];
  return texts;
}
