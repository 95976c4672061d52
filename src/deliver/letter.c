/* SPDX-License-Identifier: MIT */
/* From a document to its letter: the first of each kind of block. */
#include "deliver/letter.h"

#include "base/buffer.h"
#include "deliver/message.h"
#include "document/inline.h"
#include "expression/expression.h"
#include "letter_internal.h"

enum { KPIS_MAX = 4, SUMMARY_SENTENCES = 2, PREHEADER_MAX = 90 };

/* The blocks that a letter is made from; NULL where the document has none. */
struct picks {
    const struct block *deck, *paragraph, *kpis, *list, *note;
    const struct chart *chart;
    const struct table_block *table;
};

static void keep(const struct block **pick, const struct block *block)
{
    *pick = *pick ? *pick : block;
}

/* Parallel blocks and panels count as what is in them. */
static void pick(const struct blocks *blocks, struct picks *picks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = blocks->at[i];
        switch (block->kind) {
        case BLOCK_DECK:
            keep(&picks->deck, block);
            break;
        case BLOCK_PARAGRAPH:
            keep(&picks->paragraph, block);
            break;
        case BLOCK_KPIS:
            keep(&picks->kpis, block);
            break;
        case BLOCK_LIST:
            keep(&picks->list, block);
            break;
        case BLOCK_NOTE:
            keep(&picks->note, block);
            break;
        case BLOCK_CHART:
            picks->chart = picks->chart ? picks->chart : block->chart;
            break;
        case BLOCK_TABLE:
            picks->table = picks->table ? picks->table : block->table;
            break;
        case BLOCK_ROW:
        case BLOCK_COLUMN:
            pick(&block->children, picks);
            break;
        default:
            break;
        }
    }
}

/* --- texts -------------------------------------------------------------------------- */

/* On one line: what broke it in the document breaks nothing here. */
static str flat_text(struct arena *arena, const struct inline_spans *spans)
{
    str text = inline_text(arena, spans);
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < text.length; i++) {
        buffer_add(&out, text.at[i] == '\n' ? S(" ") : str_slice(text, i, i + 1));
    }
    return buffer_text(&out);
}

/* Whole words; what is cut off is shown by an ellipsis. */
static str cut_words(struct arena *arena, str text, size_t characters)
{
    if (str_characters(text) <= characters) {
        return text;
    }
    size_t end = 0;
    size_t last_space = 0;
    for (size_t i = 0; i + 1 < characters; i++) {
        uint32_t character;
        size_t length = str_decode(text, end, &character);
        last_space = character == ' ' ? end : last_space;
        end += length ? length : 1;
    }
    return str_print(arena, "%.*s\u2026", (int)(last_space ? last_space : end), text.at);
}

/* The text of a block and of what is in it. */
static str block_text(struct arena *arena, const struct block *block)
{
    if (block->spans.count || !block->children.count) {
        return flat_text(arena, &block->spans);
    }
    return block_text(arena, block->children.at[0]);
}

static void set_texts(struct arena *arena, const struct picks *picks, struct letter *letter)
{
    const struct block *lead = picks->deck ? picks->deck : picks->paragraph;
    if (lead) {
        letter->summary = letter_sentences(block_text(arena, lead), SUMMARY_SENTENCES);
    }
    if (picks->note) {
        letter->method = letter_sentences(block_text(arena, picks->note), 1);
    }
    const struct blocks *items = picks->list ? &picks->list->children : NULL;
    for (size_t i = 0; items && i < items->count && i < LETTER_BULLETS_MAX; i++) {
        letter->bullets[letter->bullet_count++] = block_text(arena, items->at[i]);
    }
}

static void set_figures(struct arena *arena, const struct picks *picks,
                        struct letter *letter)
{
    if (picks->kpis) {
        letter->kpis = picks->kpis->kpis;
        letter->kpi_count =
            picks->kpis->kpi_count < KPIS_MAX ? picks->kpis->kpi_count : KPIS_MAX;
    }
    if (picks->table) {
        letter->table = letter_table(arena, picks->table);
        letter->table_rows = letter_table_rows(picks->table);
    }
    str source = picks->chart ? picks->chart->source : (str){0};
    letter->source = source.length || !picks->table ? source : picks->table->source;
    letter->key = letter_key(arena, letter);
}

/* --- what `mail:` says -------------------------------------------------------------- */

/* A text of `mail:` filled with the issue's values; without it `usual`. */
static bool fill(struct arena *arena, const struct letter_input *input,
                 const struct node *node, str usual, str *text, struct error *error)
{
    *text = usual;
    if (!node) {
        return true;
    }
    if (!expression_fill_node(arena, node, &input->facts->scope, text, error)) {
        return false;
    }
    const char *problem = header_text_problem(*text);
    return !problem || node_error(node, error, "this text %s", problem);
}

/* No-break spaces mean nothing in a list of mails, and who searches types plain ones. */
static str plain_spaces(struct arena *arena, str text)
{
    static const str no_break = {"\u00A0", 2};
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < text.length;) {
        bool is_one = str_starts(str_after(text, i), no_break);
        buffer_add(&out, is_one ? S(" ") : str_slice(text, i, i + 1));
        i += is_one ? no_break.length : 1;
    }
    return buffer_text(&out);
}

/* RFC 3986's unreserved characters stay. */
static str percent_encode(struct arena *arena, str text)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        bool is_plain = is_letter || (byte >= '0' && byte <= '9') || byte == '-' ||
                        byte == '.' || byte == '_' || byte == '~';
        buffer_print(&out, is_plain ? "%c" : "%%%02X", byte);
    }
    return buffer_text(&out);
}

str letter_place(struct arena *arena, str text, str name, str value)
{
    struct buffer out = {.arena = arena};
    str encoded = percent_encode(arena, value);
    for (size_t i = 0; i < text.length;) {
        bool is_name = str_starts(str_after(text, i), name);
        buffer_add(&out, is_name ? encoded : str_slice(text, i, i + 1));
        i += is_name ? name.length : 1;
    }
    return buffer_text(&out);
}

/* What an issue puts into a link may be any text: "South Korea". */
static str encode_link(struct arena *arena, str link)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < link.length; i++) {
        str byte = str_slice(link, i, i + 1);
        buffer_add(&out,
                   link_byte_is_allowed(link.at[i]) ? byte : percent_encode(arena, byte));
    }
    return buffer_text(&out);
}

/* A PDF is nowhere but in the web. */
static const char *pdf_link_problem(str link)
{
    if (!str_starts(link, S("https://")) && !str_starts(link, S("http://"))) {
        return "is no link to http:// or https://";
    }
    return str_find(link, '{') < link.length ? "has another {name} than {name}" : NULL;
}

static bool set_link(struct arena *arena, const struct letter_input *input,
                     struct letter *letter, struct error *error)
{
    const struct node *node = input->briefing->mail.link;
    if (!fill(arena, input, node, S(""), &letter->link, error) || !letter->link.length) {
        return !error->kind;
    }
    letter->link = letter_place(arena, letter->link, S("{name}"), input->pdf_name);
    const char *problem = pdf_link_problem(letter->link);
    letter->link = encode_link(arena, letter->link);
    problem = problem ? problem : link_problem(letter->link);
    return !problem ||
           node_error(node, error, "\"%.*s\" %s", STR_ARG(letter->link), problem);
}

/* A subject of the author's, or the headline in its place. */
static bool check_subject(const struct briefing_mail *mail, str subject,
                          struct error *error)
{
    bool is_empty = !str_trim(subject).length;
    if (!is_empty && subject.length <= MESSAGE_TEXT_MAX) {
        return true;
    }
    if (mail->subject) {
        return is_empty ? node_error(mail->subject, error, "the subject is empty")
                        : node_error(mail->subject, error,
                                     "the subject has %zu bytes; it may have %d",
                                     subject.length, MESSAGE_TEXT_MAX);
    }
    error_at(error, ERROR_CONFIG, node_key_place(mail->node),
             is_empty ? "the mail has no subject: the briefing has no headline"
                      : "the headline is too long for a subject");
    return error_hint(error, "mail: {subject: ...}");
}

static bool set_mail(struct arena *arena, const struct letter_input *input,
                     struct letter *letter, struct error *error)
{
    const struct briefing_mail *mail = &input->briefing->mail;
    str preheader = cut_words(arena, letter->summary, PREHEADER_MAX);
    if (!fill(arena, input, mail->subject, letter->headline, &letter->subject, error) ||
        !fill(arena, input, mail->preheader, preheader, &letter->preheader, error)) {
        return false;
    }
    letter->subject = plain_spaces(arena, letter->subject);
    return check_subject(mail, letter->subject, error) &&
           set_link(arena, input, letter, error);
}

/* --- the whole ---------------------------------------------------------------------- */

static struct letter_look look_of(const struct theme *theme)
{
    return (struct letter_look){
        .ink = theme->colors[COLOR_INK],
        .secondary = theme->colors[COLOR_SECONDARY],
        .rule = theme->colors[COLOR_GRID],
        .panel = theme->colors[COLOR_PANEL],
        .focus = theme->colors[COLOR_FOCUS],
        .up = theme->colors[COLOR_UP_TEXT],
        .down = theme->colors[COLOR_DOWN_TEXT],
    };
}

const struct letter *letter_from_document(struct arena *arena,
                                          const struct letter_input *input,
                                          struct error *error)
{
    const struct document *document = input->document;
    struct letter *letter = arena_new(arena, struct letter);
    *letter = (struct letter){
        .look = look_of(input->theme),
        .language = document->language,
        .language_tag = document->language_tag,
        .masthead = document->series_title,
        .issue = document->issue,
        .organisation = document->organisation,
        .headline = document->title,
        .release = document->release,
        .pdf_name = input->pdf_name,
    };
    struct picks picks = {0};
    pick(&document->blocks, &picks);
    set_texts(arena, &picks, letter);
    set_figures(arena, &picks, letter);
    str domain = address_domain(input->briefing->mail.from.address);
    if (picks.chart && input->fonts &&
        !letter_draw_chart(arena, picks.chart, input->theme, input->fonts, domain,
                           &letter->chart, error)) {
        return NULL;
    }
    return set_mail(arena, input, letter, error) ? letter : NULL;
}
