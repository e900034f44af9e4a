// Written by scripts/texts. Each file is embedded as it is.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CTexts.h"

static const unsigned char text_0[] = {
#embed "../../Assets/account.mustache" if_empty(0)
};
static const unsigned char text_1[] = {
#embed "../../Assets/board.mustache" if_empty(0)
};
static const unsigned char text_2[] = {
#embed "../../Assets/duties.mustache" if_empty(0)
};
static const unsigned char text_3[] = {
#embed "../../Assets/dutylines.mustache" if_empty(0)
};
static const unsigned char text_4[] = {
#embed "../../Assets/gate.mustache" if_empty(0)
};
static const unsigned char text_5[] = {
#embed "../../Assets/gates.mustache" if_empty(0)
};
static const unsigned char text_6[] = {
#embed "../../Assets/gauge.mustache" if_empty(0)
};
static const unsigned char text_7[] = {
#embed "../../Assets/node.mustache" if_empty(0)
};
static const unsigned char text_8[] = {
#embed "../../Assets/nogate.mustache" if_empty(0)
};
static const unsigned char text_9[] = {
#embed "../../Assets/page.mustache" if_empty(0)
};
static const unsigned char text_10[] = {
#embed "../../Assets/recompute.mustache" if_empty(0)
};
static const unsigned char text_11[] = {
#embed "../../Assets/regime.mustache" if_empty(0)
};
static const unsigned char text_12[] = {
#embed "../../Assets/row.mustache" if_empty(0)
};
static const unsigned char text_13[] = {
#embed "../../Assets/style.css" if_empty(0)
};
static const unsigned char text_14[] = {
#embed "../../Assets/subject.mustache" if_empty(0)
};
static const unsigned char text_15[] = {
#embed "../../Assets/threshold.mustache" if_empty(0)
};
static const unsigned char text_16[] = {
#embed "../../Assets/tree.mustache" if_empty(0)
};
static const unsigned char text_17[] = {
#embed "../../Assets/trust.mustache" if_empty(0)
};
static const unsigned char text_18[] = {
#embed "../../Packs/eu-ai-act-gpai.yaml" if_empty(0)
};
static const unsigned char text_19[] = {
#embed "../../Packs/eu-gpai-guidelines-2025-07-18.yaml" if_empty(0)
};
static const unsigned char text_20[] = {
#embed "../../Packs/seed-gate-closure.yaml" if_empty(0)
};
static const unsigned char text_21[] = {
#embed "../../PublicRecord/models-a.yaml" if_empty(0)
};
static const unsigned char text_22[] = {
#embed "../../PublicRecord/models-g.yaml" if_empty(0)
};
static const unsigned char text_23[] = {
#embed "../../PublicRecord/models-m.yaml" if_empty(0)
};
static const unsigned char text_24[] = {
#embed "../../PublicRecord/parties.yaml" if_empty(0)
};
static const unsigned char text_25[] = {
#embed "../../Vocabulary/hardware.yaml" if_empty(0)
};
static const unsigned char text_26[] = {
#embed "../../Vocabulary/places.yaml" if_empty(0)
};
static const unsigned char text_27[] = {
#embed "../../Vocabulary/vocabulary.yaml" if_empty(0)
};

static const ecluse_text texts[] = {
  { "Assets/account.mustache", text_0, sizeof text_0 },
  { "Assets/board.mustache", text_1, sizeof text_1 },
  { "Assets/duties.mustache", text_2, sizeof text_2 },
  { "Assets/dutylines.mustache", text_3, sizeof text_3 },
  { "Assets/gate.mustache", text_4, sizeof text_4 },
  { "Assets/gates.mustache", text_5, sizeof text_5 },
  { "Assets/gauge.mustache", text_6, sizeof text_6 },
  { "Assets/node.mustache", text_7, sizeof text_7 },
  { "Assets/nogate.mustache", text_8, sizeof text_8 },
  { "Assets/page.mustache", text_9, sizeof text_9 },
  { "Assets/recompute.mustache", text_10, sizeof text_10 },
  { "Assets/regime.mustache", text_11, sizeof text_11 },
  { "Assets/row.mustache", text_12, sizeof text_12 },
  { "Assets/style.css", text_13, sizeof text_13 },
  { "Assets/subject.mustache", text_14, sizeof text_14 },
  { "Assets/threshold.mustache", text_15, sizeof text_15 },
  { "Assets/tree.mustache", text_16, sizeof text_16 },
  { "Assets/trust.mustache", text_17, sizeof text_17 },
  { "Packs/eu-ai-act-gpai.yaml", text_18, sizeof text_18 },
  { "Packs/eu-gpai-guidelines-2025-07-18.yaml", text_19, sizeof text_19 },
  { "Packs/seed-gate-closure.yaml", text_20, sizeof text_20 },
  { "PublicRecord/models-a.yaml", text_21, sizeof text_21 },
  { "PublicRecord/models-g.yaml", text_22, sizeof text_22 },
  { "PublicRecord/models-m.yaml", text_23, sizeof text_23 },
  { "PublicRecord/parties.yaml", text_24, sizeof text_24 },
  { "Vocabulary/hardware.yaml", text_25, sizeof text_25 },
  { "Vocabulary/places.yaml", text_26, sizeof text_26 },
  { "Vocabulary/vocabulary.yaml", text_27, sizeof text_27 },
};

const ecluse_text *ecluse_texts(size_t *count) {
  *count = sizeof texts / sizeof texts[0];
  return texts;
}
