// Written by scripts/texts. Each file is embedded as it is.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CTexts.h"

static const unsigned char text_0[] = {
#embed "../../Assets/style.css" if_empty(0)
};
static const unsigned char text_1[] = {
#embed "../../PublicRecord/models-a.yaml" if_empty(0)
};
static const unsigned char text_2[] = {
#embed "../../PublicRecord/models-g.yaml" if_empty(0)
};
static const unsigned char text_3[] = {
#embed "../../PublicRecord/models-m.yaml" if_empty(0)
};
static const unsigned char text_4[] = {
#embed "../../PublicRecord/parties.yaml" if_empty(0)
};
static const unsigned char text_5[] = {
#embed "../../Vocabulary/hardware.yaml" if_empty(0)
};
static const unsigned char text_6[] = {
#embed "../../Vocabulary/places.yaml" if_empty(0)
};

static const ecluse_text texts[] = {
  { "Assets/style.css", text_0, sizeof text_0 },
  { "PublicRecord/models-a.yaml", text_1, sizeof text_1 },
  { "PublicRecord/models-g.yaml", text_2, sizeof text_2 },
  { "PublicRecord/models-m.yaml", text_3, sizeof text_3 },
  { "PublicRecord/parties.yaml", text_4, sizeof text_4 },
  { "Vocabulary/hardware.yaml", text_5, sizeof text_5 },
  { "Vocabulary/places.yaml", text_6, sizeof text_6 },
};

const ecluse_text *ecluse_texts(size_t *count) {
  *count = sizeof texts / sizeof texts[0];
  return texts;
}
