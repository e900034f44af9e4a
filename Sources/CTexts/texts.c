// Written by scripts/texts. Each file is embedded as it is.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "CTexts.h"

static const unsigned char text_0[] = {
#embed "../../Assets/account.mustache" if_empty(0)
};
static const unsigned char text_1[] = {
#embed "../../Assets/articles.mustache" if_empty(0)
};
static const unsigned char text_2[] = {
#embed "../../Assets/axes.mustache" if_empty(0)
};
static const unsigned char text_3[] = {
#embed "../../Assets/board.mustache" if_empty(0)
};
static const unsigned char text_4[] = {
#embed "../../Assets/duties.mustache" if_empty(0)
};
static const unsigned char text_5[] = {
#embed "../../Assets/dutylines.mustache" if_empty(0)
};
static const unsigned char text_6[] = {
#embed "../../Assets/gate.mustache" if_empty(0)
};
static const unsigned char text_7[] = {
#embed "../../Assets/gaterow.mustache" if_empty(0)
};
static const unsigned char text_8[] = {
#embed "../../Assets/gates.mustache" if_empty(0)
};
static const unsigned char text_9[] = {
#embed "../../Assets/gauge.mustache" if_empty(0)
};
static const unsigned char text_10[] = {
#embed "../../Assets/node.mustache" if_empty(0)
};
static const unsigned char text_11[] = {
#embed "../../Assets/nogate.mustache" if_empty(0)
};
static const unsigned char text_12[] = {
#embed "../../Assets/page.mustache" if_empty(0)
};
static const unsigned char text_13[] = {
#embed "../../Assets/recompute.mustache" if_empty(0)
};
static const unsigned char text_14[] = {
#embed "../../Assets/regime.mustache" if_empty(0)
};
static const unsigned char text_15[] = {
#embed "../../Assets/row.mustache" if_empty(0)
};
static const unsigned char text_16[] = {
#embed "../../Assets/style.css" if_empty(0)
};
static const unsigned char text_17[] = {
#embed "../../Assets/subject.mustache" if_empty(0)
};
static const unsigned char text_18[] = {
#embed "../../Assets/threshold.mustache" if_empty(0)
};
static const unsigned char text_19[] = {
#embed "../../Assets/tree.mustache" if_empty(0)
};
static const unsigned char text_20[] = {
#embed "../../Assets/trust.mustache" if_empty(0)
};
static const unsigned char text_21[] = {
#embed "../../Packs/eu-ai-act-gpai.yaml" if_empty(0)
};
static const unsigned char text_22[] = {
#embed "../../Packs/eu-gpai-guidelines-2025-07-18.yaml" if_empty(0)
};
static const unsigned char text_23[] = {
#embed "../../Packs/seed-gate-closure.yaml" if_empty(0)
};
static const unsigned char text_24[] = {
#embed "../../PublicRecord/models-a.yaml" if_empty(0)
};
static const unsigned char text_25[] = {
#embed "../../PublicRecord/models-g.yaml" if_empty(0)
};
static const unsigned char text_26[] = {
#embed "../../PublicRecord/models-m.yaml" if_empty(0)
};
static const unsigned char text_27[] = {
#embed "../../PublicRecord/parties.yaml" if_empty(0)
};
static const unsigned char text_28[] = {
#embed "../../Vocabulary/hardware.yaml" if_empty(0)
};
static const unsigned char text_29[] = {
#embed "../../Vocabulary/places.yaml" if_empty(0)
};
static const unsigned char text_30[] = {
#embed "../../Vocabulary/vocabulary.yaml" if_empty(0)
};

static const ecluse_text texts[] = {
  { "Assets/account.mustache", text_0, sizeof text_0 },
  { "Assets/articles.mustache", text_1, sizeof text_1 },
  { "Assets/axes.mustache", text_2, sizeof text_2 },
  { "Assets/board.mustache", text_3, sizeof text_3 },
  { "Assets/duties.mustache", text_4, sizeof text_4 },
  { "Assets/dutylines.mustache", text_5, sizeof text_5 },
  { "Assets/gate.mustache", text_6, sizeof text_6 },
  { "Assets/gaterow.mustache", text_7, sizeof text_7 },
  { "Assets/gates.mustache", text_8, sizeof text_8 },
  { "Assets/gauge.mustache", text_9, sizeof text_9 },
  { "Assets/node.mustache", text_10, sizeof text_10 },
  { "Assets/nogate.mustache", text_11, sizeof text_11 },
  { "Assets/page.mustache", text_12, sizeof text_12 },
  { "Assets/recompute.mustache", text_13, sizeof text_13 },
  { "Assets/regime.mustache", text_14, sizeof text_14 },
  { "Assets/row.mustache", text_15, sizeof text_15 },
  { "Assets/style.css", text_16, sizeof text_16 },
  { "Assets/subject.mustache", text_17, sizeof text_17 },
  { "Assets/threshold.mustache", text_18, sizeof text_18 },
  { "Assets/tree.mustache", text_19, sizeof text_19 },
  { "Assets/trust.mustache", text_20, sizeof text_20 },
  { "Packs/eu-ai-act-gpai.yaml", text_21, sizeof text_21 },
  { "Packs/eu-gpai-guidelines-2025-07-18.yaml", text_22, sizeof text_22 },
  { "Packs/seed-gate-closure.yaml", text_23, sizeof text_23 },
  { "PublicRecord/models-a.yaml", text_24, sizeof text_24 },
  { "PublicRecord/models-g.yaml", text_25, sizeof text_25 },
  { "PublicRecord/models-m.yaml", text_26, sizeof text_26 },
  { "PublicRecord/parties.yaml", text_27, sizeof text_27 },
  { "Vocabulary/hardware.yaml", text_28, sizeof text_28 },
  { "Vocabulary/places.yaml", text_29, sizeof text_29 },
  { "Vocabulary/vocabulary.yaml", text_30, sizeof text_30 },
};

const ecluse_text *ecluse_texts(size_t *count) {
  *count = sizeof texts / sizeof texts[0];
  return texts;
}
