/* SPDX-License-Identifier: MIT */
#include "export/exhibit_files.h"

#include "base/buffer.h"
#include "base/file.h"
#include "export/exhibit_data.h"

struct adding {
    struct arena *arena;
    const struct document *document;
    struct pdf_attachments *attachments;
    size_t figures, tables;
};

/* "Figure 2: Exports slipped again" */
static str describe(struct arena *arena, str number, str title)
{
    return title.length ? str_print(arena, "%.*s: %.*s", STR_ARG(number), STR_ARG(title))
                        : number;
}

static void add_file(struct adding *adding, const struct block *block, str name,
                     str description, const struct exhibit_data *data)
{
    *arena_push(adding->arena, adding->attachments) = (struct pdf_attachment){
        .name = name,
        .type = S("text/csv"),
        .description = description,
        .relationship = S("Data"),
        .shown_by = block,
        .date = adding->document->date,
        .bytes = exhibit_data_csv(adding->arena, data),
    };
}

static void add_chart(struct adding *adding, const struct block *block)
{
    const struct chart *chart = block->chart;
    if (!chart->number.length) {
        return;
    }
    const struct exhibit_data *data =
        exhibit_data_of_chart(adding->arena, chart, DATA_TO_COMPUTE);
    adding->figures++;
    if (data->column_count) { /* there are charts of nothing but words and rules */
        add_file(adding, block, str_print(adding->arena, "figure-%zu.csv", adding->figures),
                 describe(adding->arena, chart->number, chart->title), data);
    }
}

static void add_table(struct adding *adding, const struct block *block)
{
    const struct table_block *table = block->table;
    if (table->number.length) {
        add_file(adding, block, str_print(adding->arena, "table-%zu.csv", ++adding->tables),
                 describe(adding->arena, table->number, table->title),
                 exhibit_data_of_table(adding->arena, table, adding->document->language));
    }
}

static void add_blocks(struct adding *adding, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = blocks->at[i];
        if (block->kind == BLOCK_CHART) {
            add_chart(adding, block);
        } else if (block->kind == BLOCK_TABLE) {
            add_table(adding, block);
        }
        add_blocks(adding, &block->children);
    }
}

void exhibit_files_add(struct arena *arena, const struct document *document,
                       struct pdf_attachments *attachments)
{
    struct adding adding = {arena, document, attachments, 0, 0};
    add_blocks(&adding, &document->blocks);
}

/* --- the briefing -----------------------------------------------------------------------
 */

/* A line that goes on what the line before began: it is indented, or empty. */
static bool is_continued(str line)
{
    return !str_trim(line).length || line.at[0] == ' ' || line.at[0] == '\t';
}

/* Only the front matter has keys: from the first line "---" to the next. */
static str without_mail(struct arena *arena, str text)
{
    struct buffer kept = {.arena = arena};
    size_t fences = 0;
    bool is_mail = false;
    for (str rest = text; rest.length;) {
        size_t end = str_find(rest, '\n');
        str line = str_slice(rest, 0, end + 1);
        rest = str_after(rest, end + 1);
        fences += str_equal(str_trim(line), S("---"));
        is_mail = fences == 1 &&
                  (str_starts(line, S("mail:")) || (is_mail && is_continued(line)));
        if (!is_mail) {
            buffer_add(&kept, line);
        }
    }
    return buffer_text(&kept);
}

void exhibit_files_add_source(struct arena *arena, const struct source *briefing,
                              struct date date, struct pdf_attachments *attachments)
{
    *arena_push(arena, attachments) = (struct pdf_attachment){
        .name = path_name(briefing->path),
        .type = S("text/markdown"),
        .description = S("What this document was made from"),
        .relationship = S("Source"),
        .date = date,
        .bytes = without_mail(arena, briefing->text),
    };
}
