/* SPDX-License-Identifier: MIT */
#include "page/prose.h"

#include "note.h"

#include "page/grid.h"

#include <math.h>

/* Indents, as parts of the size of the text. */
#define PARAGRAPH_INDENT 1.25
#define ITEM_INDENT 1.15
#define NUMBER_GAP 0.45 /* between the number of an item and its text, at least */
#define QUOTE_INDENT 1.25
/* A first part of a run has at least so many lines, if the run does. */
#define LINES_MIN 3

/* Where a block is set: how far in, below which tag, in which style. */
struct context {
    double indent;
    struct text_style style;
    const struct prose_tag *tag;
    struct text_line marker; /* for the next line that is made */
    double marker_x;
};

struct builder {
    const struct setting *setting;
    struct prose *prose;
    bool follows_paragraph; /* so that the next one is indented */
    bool follows_colon; /* so that a list stays with what introduces it */
    bool is_apart; /* the next line stands a line apart: around lists and quotes */
    bool is_tight; /* the next line follows without a gap: an item of a tight list */
};

static void add_block(struct builder *builder, const struct block *block,
                      struct context *context);

bool prose_holds(const struct block *block)
{
    return block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_LIST ||
           block->kind == BLOCK_QUOTE;
}

static const struct prose_tag *tag_below(const struct builder *builder,
                                         const struct prose_tag *parent,
                                         enum scene_role role)
{
    struct prose_tag *tag = arena_new(builder->setting->arena, struct prose_tag);
    tag->parent = parent;
    tag->role = role;
    tag->depth = parent ? parent->depth + 1 : 0;
    return tag;
}

/* Whole lines between blocks of body text, so that it stays on the grid. */
static double gap_above(const struct builder *builder, double first_indent)
{
    const struct prose *prose = builder->prose;
    if (prose->layout.has_gaps) {
        return builder->is_tight ? 0 : prose->line_height / 2;
    }
    return builder->is_apart && first_indent == 0 ? prose->line_height : 0;
}

static void add_lines(struct builder *builder, const struct text_block *block,
                      double first_indent, struct context *context)
{
    struct prose *prose = builder->prose;
    for (size_t i = 0; i < block->line_count; i++) {
        struct prose_line *line = arena_push(builder->setting->arena, prose);
        bool is_first = prose->count == 1;
        line->text = block->lines[i];
        line->x = context->indent;
        line->may_start =
            i == 0 ? !builder->follows_colon : i >= 2 && block->line_count - i >= 2;
        line->tag = context->tag;
        if (i == 0) {
            line->space_above = is_first ? 0 : gap_above(builder, first_indent);
            builder->is_apart = builder->is_tight = false;
            line->marker = context->marker;
            line->marker_x = context->marker_x;
            context->marker = (struct text_line){0};
        }
    }
}

static void add_text(struct builder *builder, const struct inline_spans *spans,
                     double first_indent, struct context *context)
{
    struct text_layout layout = {
        .width = builder->prose->layout.width - context->indent,
        .indent = first_indent,
        .is_hyphenated = !builder->prose->layout.is_listing,
    };
    struct text_block block =
        setting_spans(builder->setting, spans, &context->style, layout);
    add_lines(builder, &block, first_indent, context);
    str last = spans->count ? str_trim(spans->at[spans->count - 1].text) : (str){0};
    builder->follows_colon = str_ends(last, S(":"));
}

static void add_paragraph(struct builder *builder, const struct block *block,
                          struct context *context)
{
    const struct prose_layout *layout = &builder->prose->layout;
    bool is_indented = builder->follows_paragraph && !layout->has_gaps &&
                       !layout->is_listing && !context->marker.run_count;
    struct context inner = *context;
    if (!context->tag || context->tag->role != TAG_LIST_ITEM) {
        inner.tag = tag_below(builder, context->tag, TAG_PARAGRAPH);
    }
    add_text(builder, &block->spans,
             is_indented ? PARAGRAPH_INDENT * context->style.size : 0, &inner);
    context->marker = inner.marker;
    builder->follows_paragraph = true;
}

static void add_children(struct builder *builder, const struct block *block,
                         struct context *context)
{
    for (size_t i = 0; i < block->children.count; i++) {
        add_block(builder, block->children.at[i], context);
    }
}

static void add_item(struct builder *builder, const struct block *item,
                     const struct context *list, struct text_line marker, double indent)
{
    struct context context = *list;
    context.tag = tag_below(builder, list->tag, TAG_LIST_ITEM);
    context.marker = marker;
    context.marker_x = list->indent;
    context.indent += indent;
    builder->follows_paragraph = false;
    if (item->spans.count) {
        add_text(builder, &item->spans, 0, &context);
    }
    add_children(builder, item, &context);
}

/* En dashes, or numbers from the list's first on: "3." or "3)". */
static struct text_line marker_of(const struct builder *builder, const struct block *list,
                                  size_t item, const struct text_style *style)
{
    int mark = list->number_mark ? list->number_mark : '.';
    bool is_mirrored = language_is_right_to_left(builder->setting->language);
    str text = list->is_ordered
                   ? str_print(builder->setting->arena, "%s%zu%c",
                               is_mirrored ? "\u200f" : "", /* the mark is on its left */
                               list->first_number + item, mark)
                   : S("\u2013");
    return setting_line(builder->setting, text, style, (struct place){0});
}

/* The text of all items begins behind the widest number. */
static double item_indent(const struct builder *builder, const struct block *list,
                          const struct text_style *style)
{
    size_t count = list->children.count;
    double usual = ITEM_INDENT * style->size;
    if (!list->is_ordered || !count) {
        return usual;
    }
    double last = marker_of(builder, list, count - 1, style).width;
    return fmax(usual, last + NUMBER_GAP * style->size);
}

static void add_list(struct builder *builder, const struct block *block,
                     const struct context *context)
{
    struct context list = *context;
    list.tag = tag_below(builder, context->tag, TAG_LIST);
    list.marker = (struct text_line){0};
    bool is_nested = context->indent > 0;
    double indent = item_indent(builder, block, &context->style);
    builder->is_apart = !builder->follows_colon && !is_nested;
    for (size_t i = 0; i < block->children.count; i++) {
        builder->is_apart |= i > 0 && block->is_loose;
        builder->is_tight = i > 0 && !block->is_loose;
        struct text_line marker = marker_of(builder, block, i, &context->style);
        add_item(builder, block->children.at[i], &list, marker, indent);
        builder->follows_colon = false;
    }
    builder->follows_paragraph = builder->is_tight = false;
    builder->is_apart = !is_nested;
}

static void add_quote(struct builder *builder, const struct block *block,
                      const struct context *context)
{
    struct context quote = *context;
    quote.indent += QUOTE_INDENT * context->style.size;
    quote.style.is_italic = true;
    builder->follows_paragraph = false;
    builder->is_apart = true;
    if (block->spans.count) {
        add_paragraph(builder, block, &quote);
    }
    add_children(builder, block, &quote);
    builder->follows_paragraph = false;
    builder->is_apart = true;
}

static void add_block(struct builder *builder, const struct block *block,
                      struct context *context)
{
    switch (block->kind) {
    case BLOCK_PARAGRAPH:
        add_paragraph(builder, block, context);
        break;
    case BLOCK_LIST:
        add_list(builder, block, context);
        break;
    case BLOCK_QUOTE:
        add_quote(builder, block, context);
        break;
    default:
        error_at(builder->setting->error, ERROR_CONFIG, block->place,
                 "only paragraphs, lists and quotes can stand here");
        break;
    }
}

const struct prose *prose_set(const struct setting *setting, const struct blocks *blocks,
                              struct prose_layout layout)
{
    struct prose *prose = arena_new(setting->arena, struct prose);
    prose->setting = setting;
    prose->layout = layout;
    prose->line_height = layout.style->line_height;
    struct builder builder = {.setting = setting, .prose = prose};
    struct context context = {.style = *layout.style};
    for (size_t i = 0; i < blocks->count; i++) {
        add_block(&builder, blocks->at[i], &context);
    }
    return prose;
}

/* Height of the lines [from, to) as one column. */
static double column_height(const struct prose *prose, size_t from, size_t to)
{
    double height = 0;
    for (size_t i = from; i < to; i++) {
        height += prose->line_height + (i > from ? prose->at[i].space_above : 0);
    }
    return height;
}

/* The end of a column of `height` that starts with line `from`. */
static size_t column_end(const struct prose *prose, size_t from, double height)
{
    double y = 0;
    size_t end = from;
    while (end < prose->count) {
        y += prose->line_height + (end > from ? prose->at[end].space_above : 0);
        if (y > height + GRID_TOLERANCE) {
            break;
        }
        end++;
    }
    while (end < prose->count && end > from && !prose->at[end].may_start) {
        end--;
    }
    return end;
}

/* Fills the columns; their ends go to `ends`. The last end is returned. */
static size_t pour(const struct prose *prose, size_t from, double height,
                   size_t ends[PROSE_COLUMNS_MAX])
{
    for (size_t column = 0; column < prose->layout.columns; column++) {
        ends[column] = from = column_end(prose, from, height);
    }
    return from;
}

/* Pours all lines from `from` on into columns of the least height that holds them. */
static void balance(const struct prose *prose, size_t from, size_t ends[PROSE_COLUMNS_MAX])
{
    double total = column_height(prose, from, prose->count);
    double step = prose->line_height / 2;
    double height = floor(total / (double)prose->layout.columns / step) * step;
    while (pour(prose, from, height, ends) < prose->count) {
        height += step;
    }
}

/* Height of the highest of the columns that end at `ends`. */
static double poured_height(const struct prose *prose, size_t from, const size_t *ends)
{
    double highest = 0;
    for (size_t column = 0; column < prose->layout.columns; column++) {
        highest = fmax(highest, column_height(prose, from, ends[column]));
        from = ends[column];
    }
    return highest;
}

struct flow_part prose_fit(const struct prose *prose, size_t from, double height)
{
    size_t ends[PROSE_COLUMNS_MAX] = {0};
    size_t end = pour(prose, from, height, ends);
    if (end == prose->count) {
        balance(prose, from, ends);
    } else if (end - from < LINES_MIN) {
        return (struct flow_part){from, from, column_height(prose, from, from + 1)};
    }
    return (struct flow_part){from, end, poured_height(prose, from, ends)};
}

void prose_list_notes(const struct prose *prose, struct flow_part part,
                      struct note_list *notes)
{
    for (size_t i = part.from; i < part.to; i++) {
        notes_in_line(prose->setting, &prose->at[i].text, notes);
    }
}

/* --- drawing ---------------------------------------------------------------------------
 */

static void close_tags(struct scene *scene, const struct prose_tag *tag,
                       const struct prose_tag *until)
{
    for (; tag != until; tag = tag->parent) {
        scene_group_end(scene);
    }
}

static void open_tags(struct scene *scene, const struct prose_tag *tag,
                      const struct prose_tag *from)
{
    if (tag != from) {
        open_tags(scene, tag->parent, from);
        scene_group_begin(scene, (struct scene_tag){.role = tag->role});
    }
}

static const struct prose_tag *common_tag(const struct prose_tag *a,
                                          const struct prose_tag *b)
{
    while (a != b) {
        if (!a || !b) {
            return NULL;
        }
        if (a->depth >= b->depth) {
            a = a->parent;
        } else {
            b = b->parent;
        }
    }
    return a;
}

static void draw_line(const struct prose *prose, const struct prose_line *line,
                      struct scene *scene, point at)
{
    double line_height = prose->line_height;
    if (line->marker.run_count) {
        setting_draw_line(scene, &line->marker, line_height,
                          (point){at.x + line->marker_x, at.y});
    }
    point text = {at.x + line->x, at.y};
    notes_mark_line(prose->setting, scene, &line->text, text);
    setting_draw_line(scene, &line->text, line_height, text);
}

void prose_draw(const struct prose *prose, struct scene *scene, point at,
                struct flow_part part)
{
    size_t ends[PROSE_COLUMNS_MAX] = {0};
    pour(prose, part.from, part.height, ends);
    const struct prose_tag *open = NULL;
    size_t line = part.from;
    for (size_t column = 0; column < prose->layout.columns; column++) {
        double x = at.x + (double)column * (prose->layout.width + prose->layout.gutter);
        double y = at.y;
        for (size_t top = line; line < ends[column] && line < part.to; line++) {
            const struct prose_line *drawn = &prose->at[line];
            const struct prose_tag *common = common_tag(open, drawn->tag);
            close_tags(scene, open, common);
            open_tags(scene, drawn->tag, common);
            open = drawn->tag;
            y += line > top ? drawn->space_above : 0;
            draw_line(prose, drawn, scene, (point){x, y});
            y += prose->line_height;
        }
    }
    close_tags(scene, open, NULL);
}
