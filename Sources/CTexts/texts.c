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
#embed "../../Assets/briefaccount.mustache" if_empty(0)
};
static const unsigned char text_5[] = {
#embed "../../Assets/brieffollows.mustache" if_empty(0)
};
static const unsigned char text_6[] = {
#embed "../../Assets/briefregime.mustache" if_empty(0)
};
static const unsigned char text_7[] = {
#embed "../../Assets/briefsubject.mustache" if_empty(0)
};
static const unsigned char text_8[] = {
#embed "../../Assets/briefthreshold.mustache" if_empty(0)
};
static const unsigned char text_9[] = {
#embed "../../Assets/clauseblock.mustache" if_empty(0)
};
static const unsigned char text_10[] = {
#embed "../../Assets/drawing.mustache" if_empty(0)
};
static const unsigned char text_11[] = {
#embed "../../Assets/duties.mustache" if_empty(0)
};
static const unsigned char text_12[] = {
#embed "../../Assets/dutylines.mustache" if_empty(0)
};
static const unsigned char text_13[] = {
#embed "../../Assets/gate.mustache" if_empty(0)
};
static const unsigned char text_14[] = {
#embed "../../Assets/gatelines.mustache" if_empty(0)
};
static const unsigned char text_15[] = {
#embed "../../Assets/gaterow.mustache" if_empty(0)
};
static const unsigned char text_16[] = {
#embed "../../Assets/gates.mustache" if_empty(0)
};
static const unsigned char text_17[] = {
#embed "../../Assets/gauge.mustache" if_empty(0)
};
static const unsigned char text_18[] = {
#embed "../../Assets/law.mustache" if_empty(0)
};
static const unsigned char text_19[] = {
#embed "../../Assets/lawsection.mustache" if_empty(0)
};
static const unsigned char text_20[] = {
#embed "../../Assets/lineage.mustache" if_empty(0)
};
static const unsigned char text_21[] = {
#embed "../../Assets/node.mustache" if_empty(0)
};
static const unsigned char text_22[] = {
#embed "../../Assets/nogate.mustache" if_empty(0)
};
static const unsigned char text_23[] = {
#embed "../../Assets/page.mustache" if_empty(0)
};
static const unsigned char text_24[] = {
#embed "../../Assets/recompute.mustache" if_empty(0)
};
static const unsigned char text_25[] = {
#embed "../../Assets/regime.mustache" if_empty(0)
};
static const unsigned char text_26[] = {
#embed "../../Assets/rest.mustache" if_empty(0)
};
static const unsigned char text_27[] = {
#embed "../../Assets/restboard.mustache" if_empty(0)
};
static const unsigned char text_28[] = {
#embed "../../Assets/row.mustache" if_empty(0)
};
static const unsigned char text_29[] = {
#embed "../../Assets/settle.mustache" if_empty(0)
};
static const unsigned char text_30[] = {
#embed "../../Assets/shared.mustache" if_empty(0)
};
static const unsigned char text_31[] = {
#embed "../../Assets/sharedlink.mustache" if_empty(0)
};
static const unsigned char text_32[] = {
#embed "../../Assets/sidebyside.mustache" if_empty(0)
};
static const unsigned char text_33[] = {
#embed "../../Assets/style.css" if_empty(0)
};
static const unsigned char text_34[] = {
#embed "../../Assets/subject.mustache" if_empty(0)
};
static const unsigned char text_35[] = {
#embed "../../Assets/threshold.mustache" if_empty(0)
};
static const unsigned char text_36[] = {
#embed "../../Assets/tree.mustache" if_empty(0)
};
static const unsigned char text_37[] = {
#embed "../../Assets/trust.mustache" if_empty(0)
};
static const unsigned char text_38[] = {
#embed "../../Packs/eu-ai-act-art73.yaml" if_empty(0)
};
static const unsigned char text_39[] = {
#embed "../../Packs/eu-ai-act-gpai.yaml" if_empty(0)
};
static const unsigned char text_40[] = {
#embed "../../Packs/eu-cop-2025-07-10.yaml" if_empty(0)
};
static const unsigned char text_41[] = {
#embed "../../Packs/eu-cop-draft3-2025-03-11.yaml" if_empty(0)
};
static const unsigned char text_42[] = {
#embed "../../Packs/eu-cra-art14.yaml" if_empty(0)
};
static const unsigned char text_43[] = {
#embed "../../Packs/eu-gpai-guidelines-2025-07-18.yaml" if_empty(0)
};
static const unsigned char text_44[] = {
#embed "../../Packs/kr-ai-basic-act.yaml" if_empty(0)
};
static const unsigned char text_45[] = {
#embed "../../Packs/seed-agentic-misalignment.yaml" if_empty(0)
};
static const unsigned char text_46[] = {
#embed "../../Packs/seed-framework-2025-04-07.yaml" if_empty(0)
};
static const unsigned char text_47[] = {
#embed "../../Packs/seed-gate-closure.yaml" if_empty(0)
};
static const unsigned char text_48[] = {
#embed "../../Packs/seed-pauseai.yaml" if_empty(0)
};
static const unsigned char text_49[] = {
#embed "../../Packs/seed-seoul-2024.yaml" if_empty(0)
};
static const unsigned char text_50[] = {
#embed "../../Packs/us-ca-sb1047.yaml" if_empty(0)
};
static const unsigned char text_51[] = {
#embed "../../Packs/us-ca-sb53.yaml" if_empty(0)
};
static const unsigned char text_52[] = {
#embed "../../Packs/us-eo-14110.yaml" if_empty(0)
};
static const unsigned char text_53[] = {
#embed "../../Packs/us-il-sb315.yaml" if_empty(0)
};
static const unsigned char text_54[] = {
#embed "../../Packs/us-ny-raise.yaml" if_empty(0)
};
static const unsigned char text_55[] = {
#embed "../../PublicRecord/models-a.yaml" if_empty(0)
};
static const unsigned char text_56[] = {
#embed "../../PublicRecord/models-g.yaml" if_empty(0)
};
static const unsigned char text_57[] = {
#embed "../../PublicRecord/models-m.yaml" if_empty(0)
};
static const unsigned char text_58[] = {
#embed "../../PublicRecord/parties.yaml" if_empty(0)
};
static const unsigned char text_59[] = {
#embed "../../Vocabulary/hardware.yaml" if_empty(0)
};
static const unsigned char text_60[] = {
#embed "../../Vocabulary/places.yaml" if_empty(0)
};
static const unsigned char text_61[] = {
#embed "../../Vocabulary/vocabulary.yaml" if_empty(0)
};

static const ecluse_text texts[] = {
  { "Assets/account.mustache", text_0, sizeof text_0 },
  { "Assets/articles.mustache", text_1, sizeof text_1 },
  { "Assets/axes.mustache", text_2, sizeof text_2 },
  { "Assets/board.mustache", text_3, sizeof text_3 },
  { "Assets/briefaccount.mustache", text_4, sizeof text_4 },
  { "Assets/brieffollows.mustache", text_5, sizeof text_5 },
  { "Assets/briefregime.mustache", text_6, sizeof text_6 },
  { "Assets/briefsubject.mustache", text_7, sizeof text_7 },
  { "Assets/briefthreshold.mustache", text_8, sizeof text_8 },
  { "Assets/clauseblock.mustache", text_9, sizeof text_9 },
  { "Assets/drawing.mustache", text_10, sizeof text_10 },
  { "Assets/duties.mustache", text_11, sizeof text_11 },
  { "Assets/dutylines.mustache", text_12, sizeof text_12 },
  { "Assets/gate.mustache", text_13, sizeof text_13 },
  { "Assets/gatelines.mustache", text_14, sizeof text_14 },
  { "Assets/gaterow.mustache", text_15, sizeof text_15 },
  { "Assets/gates.mustache", text_16, sizeof text_16 },
  { "Assets/gauge.mustache", text_17, sizeof text_17 },
  { "Assets/law.mustache", text_18, sizeof text_18 },
  { "Assets/lawsection.mustache", text_19, sizeof text_19 },
  { "Assets/lineage.mustache", text_20, sizeof text_20 },
  { "Assets/node.mustache", text_21, sizeof text_21 },
  { "Assets/nogate.mustache", text_22, sizeof text_22 },
  { "Assets/page.mustache", text_23, sizeof text_23 },
  { "Assets/recompute.mustache", text_24, sizeof text_24 },
  { "Assets/regime.mustache", text_25, sizeof text_25 },
  { "Assets/rest.mustache", text_26, sizeof text_26 },
  { "Assets/restboard.mustache", text_27, sizeof text_27 },
  { "Assets/row.mustache", text_28, sizeof text_28 },
  { "Assets/settle.mustache", text_29, sizeof text_29 },
  { "Assets/shared.mustache", text_30, sizeof text_30 },
  { "Assets/sharedlink.mustache", text_31, sizeof text_31 },
  { "Assets/sidebyside.mustache", text_32, sizeof text_32 },
  { "Assets/style.css", text_33, sizeof text_33 },
  { "Assets/subject.mustache", text_34, sizeof text_34 },
  { "Assets/threshold.mustache", text_35, sizeof text_35 },
  { "Assets/tree.mustache", text_36, sizeof text_36 },
  { "Assets/trust.mustache", text_37, sizeof text_37 },
  { "Packs/eu-ai-act-art73.yaml", text_38, sizeof text_38 },
  { "Packs/eu-ai-act-gpai.yaml", text_39, sizeof text_39 },
  { "Packs/eu-cop-2025-07-10.yaml", text_40, sizeof text_40 },
  { "Packs/eu-cop-draft3-2025-03-11.yaml", text_41, sizeof text_41 },
  { "Packs/eu-cra-art14.yaml", text_42, sizeof text_42 },
  { "Packs/eu-gpai-guidelines-2025-07-18.yaml", text_43, sizeof text_43 },
  { "Packs/kr-ai-basic-act.yaml", text_44, sizeof text_44 },
  { "Packs/seed-agentic-misalignment.yaml", text_45, sizeof text_45 },
  { "Packs/seed-framework-2025-04-07.yaml", text_46, sizeof text_46 },
  { "Packs/seed-gate-closure.yaml", text_47, sizeof text_47 },
  { "Packs/seed-pauseai.yaml", text_48, sizeof text_48 },
  { "Packs/seed-seoul-2024.yaml", text_49, sizeof text_49 },
  { "Packs/us-ca-sb1047.yaml", text_50, sizeof text_50 },
  { "Packs/us-ca-sb53.yaml", text_51, sizeof text_51 },
  { "Packs/us-eo-14110.yaml", text_52, sizeof text_52 },
  { "Packs/us-il-sb315.yaml", text_53, sizeof text_53 },
  { "Packs/us-ny-raise.yaml", text_54, sizeof text_54 },
  { "PublicRecord/models-a.yaml", text_55, sizeof text_55 },
  { "PublicRecord/models-g.yaml", text_56, sizeof text_56 },
  { "PublicRecord/models-m.yaml", text_57, sizeof text_57 },
  { "PublicRecord/parties.yaml", text_58, sizeof text_58 },
  { "Vocabulary/hardware.yaml", text_59, sizeof text_59 },
  { "Vocabulary/places.yaml", text_60, sizeof text_60 },
  { "Vocabulary/vocabulary.yaml", text_61, sizeof text_61 },
};

const ecluse_text *ecluse_texts(size_t *count) {
  *count = sizeof texts / sizeof texts[0];
  return texts;
}
