// Each file stands here twice: its bytes, and its row of the table. A test compares this list with the
// repository, so that a file that is added there is not forgotten here.
#include "CResources.h"

static const uint8_t locales_ar_conventions[] = {
#embed "../../locales/ar/conventions.yaml"
};
static const uint8_t locales_ar_segmentation[] = {
#embed "../../locales/ar/segmentation.srx"
};
static const uint8_t locales_de_segmentation[] = {
#embed "../../locales/de/segmentation.srx"
};
static const uint8_t locales_en_conventions[] = {
#embed "../../locales/en/conventions.yaml"
};
static const uint8_t locales_en_segmentation[] = {
#embed "../../locales/en/segmentation.srx"
};
static const uint8_t locales_es_conventions[] = {
#embed "../../locales/es/conventions.yaml"
};
static const uint8_t locales_es_segmentation[] = {
#embed "../../locales/es/segmentation.srx"
};
static const uint8_t locales_fr_conventions[] = {
#embed "../../locales/fr/conventions.yaml"
};
static const uint8_t locales_fr_segmentation[] = {
#embed "../../locales/fr/segmentation.srx"
};
static const uint8_t locales_ja_segmentation[] = {
#embed "../../locales/ja/segmentation.srx"
};
static const uint8_t locales_th_conventions[] = {
#embed "../../locales/th/conventions.yaml"
};
static const uint8_t locales_th_segmentation[] = {
#embed "../../locales/th/segmentation.srx"
};
static const uint8_t locales_vi_conventions[] = {
#embed "../../locales/vi/conventions.yaml"
};
static const uint8_t locales_vi_marks[] = {
#embed "../../locales/vi/marks.tsv"
};
static const uint8_t locales_vi_segmentation[] = {
#embed "../../locales/vi/segmentation.srx"
};
static const uint8_t locales_zh_Hant_conventions[] = {
#embed "../../locales/zh-Hant/conventions.yaml"
};
static const uint8_t locales_zh_segmentation[] = {
#embed "../../locales/zh/segmentation.srx"
};
static const uint8_t templates_alignment_css[] = {
#embed "templates/alignment.css"
};
static const uint8_t templates_alignment_js[] = {
#embed "templates/alignment.js"
};
static const uint8_t templates_checks_css[] = {
#embed "templates/checks.css"
};
static const uint8_t templates_checks_html[] = {
#embed "templates/checks.html.mustache"
};
static const uint8_t templates_checks_js[] = {
#embed "templates/checks.js"
};
static const uint8_t templates_consistency_css[] = {
#embed "templates/consistency.css"
};
static const uint8_t templates_consistency_html[] = {
#embed "templates/consistency.html.mustache"
};
static const uint8_t templates_import_lua[] = {
#embed "templates/import.lua"
};
static const uint8_t templates_index_css[] = {
#embed "templates/index.css"
};
static const uint8_t templates_index_html[] = {
#embed "templates/index.html.mustache"
};
static const uint8_t templates_letter_css[] = {
#embed "templates/letter.css"
};
static const uint8_t templates_letter_html[] = {
#embed "templates/letter.html.mustache"
};
static const uint8_t templates_mail_css[] = {
#embed "templates/mail.css"
};
static const uint8_t templates_print_py[] = {
#embed "templates/print.py"
};
static const uint8_t templates_review_css[] = {
#embed "templates/review.css"
};
static const uint8_t templates_review_html[] = {
#embed "templates/review.html.mustache"
};

#define RESOURCE(path, bytes) { path, bytes, sizeof bytes }

static const CResource table[] = {
    RESOURCE("locales/ar/conventions.yaml", locales_ar_conventions),
    RESOURCE("locales/ar/segmentation.srx", locales_ar_segmentation),
    RESOURCE("locales/de/segmentation.srx", locales_de_segmentation),
    RESOURCE("locales/en/conventions.yaml", locales_en_conventions),
    RESOURCE("locales/en/segmentation.srx", locales_en_segmentation),
    RESOURCE("locales/es/conventions.yaml", locales_es_conventions),
    RESOURCE("locales/es/segmentation.srx", locales_es_segmentation),
    RESOURCE("locales/fr/conventions.yaml", locales_fr_conventions),
    RESOURCE("locales/fr/segmentation.srx", locales_fr_segmentation),
    RESOURCE("locales/ja/segmentation.srx", locales_ja_segmentation),
    RESOURCE("locales/th/conventions.yaml", locales_th_conventions),
    RESOURCE("locales/th/segmentation.srx", locales_th_segmentation),
    RESOURCE("locales/vi/conventions.yaml", locales_vi_conventions),
    RESOURCE("locales/vi/marks.tsv", locales_vi_marks),
    RESOURCE("locales/vi/segmentation.srx", locales_vi_segmentation),
    RESOURCE("locales/zh/segmentation.srx", locales_zh_segmentation),
    RESOURCE("locales/zh-Hant/conventions.yaml", locales_zh_Hant_conventions),
    RESOURCE("templates/alignment.css", templates_alignment_css),
    RESOURCE("templates/alignment.js", templates_alignment_js),
    RESOURCE("templates/checks.css", templates_checks_css),
    RESOURCE("templates/checks.html.mustache", templates_checks_html),
    RESOURCE("templates/checks.js", templates_checks_js),
    RESOURCE("templates/consistency.css", templates_consistency_css),
    RESOURCE("templates/consistency.html.mustache", templates_consistency_html),
    RESOURCE("templates/import.lua", templates_import_lua),
    RESOURCE("templates/index.css", templates_index_css),
    RESOURCE("templates/index.html.mustache", templates_index_html),
    RESOURCE("templates/letter.css", templates_letter_css),
    RESOURCE("templates/letter.html.mustache", templates_letter_html),
    RESOURCE("templates/mail.css", templates_mail_css),
    RESOURCE("templates/print.py", templates_print_py),
    RESOURCE("templates/review.css", templates_review_css),
    RESOURCE("templates/review.html.mustache", templates_review_html),
};

int32_t cresources_count(void) { return sizeof table / sizeof table[0]; }

const CResource *cresources_at(int32_t index) { return &table[index]; }
