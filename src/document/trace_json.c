/* SPDX-License-Identifier: MIT */
/* A trace as JSON; the header says which members it has. */
#include "document/trace.h"

#include "base/json.h"

static void put_interval(struct json *json, const struct trace_step *step)
{
    if (step->low.length) {
        json_key(json, "possible");
        json_array(json);
        json_text(json, step->low);
        json_text(json, step->high);
        json_end(json);
    }
}

static void put_value(struct json *json, const struct trace_step *step)
{
    json_member_some_text(json, "value", step->value);
    json_member_some_text(json, "unit", step->unit);
    json_member_some_text(json, "status", step->status);
    put_interval(json, step);
}

static void put_files(struct json *json, const struct trace *trace)
{
    static const char *const states[] = {
        [TRACE_FILE_UNKNOWN] = "",
        [TRACE_FILE_SAME] = "same",
        [TRACE_FILE_SAME_SIZE] = "same size",
        [TRACE_FILE_CHANGED] = "changed",
        [TRACE_FILE_ABSENT] = "absent",
    };
    json_key(json, "files");
    json_array(json);
    for (size_t i = 0; i < trace->files.count; i++) {
        const struct trace_file *file = &trace->files.at[i];
        json_object(json);
        json_member_some_text(json, "path", file->path);
        json_member_count(json, "bytes", file->bytes);
        json_member_some_text(json, "sha256", file->sha256);
        json_member_some_text(json, "state", str_from(states[file->state]));
        json_end(json);
    }
    json_end(json);
}

static void put_queries(struct json *json, const struct trace *trace)
{
    json_key(json, "queries");
    json_array(json);
    for (size_t i = 0; i < trace->queries.count; i++) {
        const struct trace_query *query = &trace->queries.at[i];
        json_object(json);
        json_member_some_text(json, "name", query->name);
        json_member_some_text(json, "from", query->from);
        json_member_some_text(json, "where", query->where);
        json_member_some_text(json, "by", query->by);
        json_member_some_text(json, "measure", query->measure);
        json_member_some_text(json, "total", query->total);
        json_end(json);
    }
    json_end(json);
}

static void put_row(struct json *json, const struct trace_row *row)
{
    json_object(json);
    json_member_count(json, "file", row->file);
    json_member_count(json, "line", row->line);
    json_member_some_text(json, "text", row->text);
    json_member_some_text(json, "released", row->released);
    json_member_some_text(json, "status", row->status);
    json_member_some_text(json, "note", row->note);
    if (row->is_superseded) {
        json_member_flag(json, "superseded", true);
    }
    json_end(json);
}

static void put_cell(struct json *json, const struct trace_step *step)
{
    if (step->query == TRACE_NONE) {
        return;
    }
    json_member_count(json, "query", step->query);
    json_member_some_text(json, "group", step->group);
    if (step->row_count) {
        json_member_count(json, "row_count", step->row_count);
    }
    json_key(json, "rows");
    json_array(json);
    for (size_t i = 0; i < step->rows.count; i++) {
        put_row(json, &step->rows.at[i]);
    }
    json_end(json);
}

static void put_operands(struct json *json, const struct trace_step *step)
{
    if (!step->operands.count) {
        return;
    }
    json_key(json, "operands");
    json_array(json);
    for (size_t i = 0; i < step->operands.count; i++) {
        json_count(json, step->operands.at[i]);
    }
    json_end(json);
}

static void put_steps(struct json *json, const struct trace *trace)
{
    json_key(json, "steps");
    json_array(json);
    for (size_t i = 0; i < trace->steps.count; i++) {
        const struct trace_step *step = &trace->steps.at[i];
        json_object(json);
        json_member_some_text(json, "name", step->name);
        json_member_some_text(json, "period", step->period);
        put_value(json, step);
        json_member_some_text(json, "formula", step->formula);
        put_operands(json, step);
        put_cell(json, step);
        json_end(json);
    }
    json_end(json);
}

static void put_numbers(struct json *json, const struct trace *trace)
{
    json_key(json, "numbers");
    json_array(json);
    for (size_t i = 0; i < trace->numbers.count; i++) {
        const struct trace_number *number = &trace->numbers.at[i];
        json_object(json);
        json_member_some_text(json, "id", number->id);
        if (number->page) {
            json_member_count(json, "page", number->page);
        }
        json_member_some_text(json, "text", number->text);
        json_member_some_text(json, "expression", number->expression);
        json_member_some_text(json, "file", number->file);
        if (number->line) {
            json_member_count(json, "line", number->line);
            json_member_count(json, "column", number->column);
        }
        json_member_count(json, "step", number->step);
        put_value(json, &trace->steps.at[number->step]);
        json_end(json);
    }
    json_end(json);
}

str trace_json(struct arena *arena, const struct trace *trace)
{
    struct arena scratch = {0};
    struct buffer out = {.arena = &scratch};
    enum { BYTES_OF_STEP = 640 }; /* rather too many; it may be as long as all else */
    arena_reserve(&scratch, &out, (trace->steps.count + 1) * BYTES_OF_STEP);
    enum { ELEMENT_DEPTH = 3 }; /* each file, query, step and number is one line */
    struct json json = {.out = &out, .flat_depth = ELEMENT_DEPTH};
    json_object(&json);
    json_member_text(&json, "format", S(TRACE_FORMAT));
    json_member_some_text(&json, "program", trace->program);
    json_key(&json, "briefing");
    json_object(&json);
    json_member_some_text(&json, "name", trace->briefing);
    json_member_some_text(&json, "sha256", trace->briefing_sha256);
    json_end(&json);
    json_member_some_text(&json, "period", trace->period);
    json_member_some_text(&json, "as_of", trace->as_of);
    json_member_some_text(&json, "release", trace->release);
    put_files(&json, trace);
    put_queries(&json, trace);
    put_steps(&json, trace);
    put_numbers(&json, trace);
    json_end(&json);
    str text = str_copy(arena, buffer_text(&out));
    arena_finish(&scratch);
    return text;
}
