// Written by scripts/texts. Each file is embedded as it is.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CTexts.h"

static const unsigned char text_0[] = {
#embed "../../Assets/style.css" if_empty(0)
};
static const unsigned char text_1[] = {
#embed "../../Packs/eu-ai-act-gpai.yaml" if_empty(0)
};
static const unsigned char text_2[] = {
#embed "../../Packs/eu-gpai-guidelines-2025-07-18.yaml" if_empty(0)
};
static const unsigned char text_3[] = {
#embed "../../Packs/seed-gate-closure.yaml" if_empty(0)
};
static const unsigned char text_4[] = {
#embed "../../PublicRecord/models-a.yaml" if_empty(0)
};
static const unsigned char text_5[] = {
#embed "../../PublicRecord/models-g.yaml" if_empty(0)
};
static const unsigned char text_6[] = {
#embed "../../PublicRecord/models-m.yaml" if_empty(0)
};
static const unsigned char text_7[] = {
#embed "../../PublicRecord/parties.yaml" if_empty(0)
};
static const unsigned char text_8[] = {
#embed "../../Vocabulary/hardware.yaml" if_empty(0)
};
static const unsigned char text_9[] = {
#embed "../../Vocabulary/places.yaml" if_empty(0)
};
static const unsigned char text_10[] = {
#embed "../../Vocabulary/vocabulary.yaml" if_empty(0)
};

static const ecluse_text texts[] = {
  { "Assets/style.css", text_0, sizeof text_0 },
  { "Packs/eu-ai-act-gpai.yaml", text_1, sizeof text_1 },
  { "Packs/eu-gpai-guidelines-2025-07-18.yaml", text_2, sizeof text_2 },
  { "Packs/seed-gate-closure.yaml", text_3, sizeof text_3 },
  { "PublicRecord/models-a.yaml", text_4, sizeof text_4 },
  { "PublicRecord/models-g.yaml", text_5, sizeof text_5 },
  { "PublicRecord/models-m.yaml", text_6, sizeof text_6 },
  { "PublicRecord/parties.yaml", text_7, sizeof text_7 },
  { "Vocabulary/hardware.yaml", text_8, sizeof text_8 },
  { "Vocabulary/places.yaml", text_9, sizeof text_9 },
  { "Vocabulary/vocabulary.yaml", text_10, sizeof text_10 },
};

const ecluse_text *ecluse_texts(size_t *count) {
  *count = sizeof texts / sizeof texts[0];
  return texts;
}
