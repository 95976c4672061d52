/* SPDX-License-Identifier: MIT */
/*
 * Files, ranges and threads.
 *
 * A file is cut into ranges, and each thread takes the next one that is left.
 * A range has the rows that start in it. Where the first of them starts can
 * only be guessed: a line feed may stand inside of quotes, and whether it does
 * depends on all that stands before. So a range guesses (the first line feed
 * after which whole rows of the right width stand), and notes where its first
 * row started and where the row after its last one starts. When all are done
 * these places must join: the first range of a file starts for certain, so
 * each that starts where the one before it ended is right too. If they do not
 * join, all is thrown away, and each file is read again as one range.
 */
#include "scan_internal.h"

#include "base/thread.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    BLOCK_BYTES = 256 * 1024,
    RANGE_BYTES = 8 * 1024 * 1024,
    ROW_BYTES_MAX = 64 * 1024,
    KEYS_MAX = 1024 * 1024, /* 8 MiB, and 16 MiB for a moment when they are compared */
};

static const char unreadable[] = "a file cannot be read";
static const char misjudged[] = "a range starts inside of a quoted field";

struct ranges {
    struct scan_range *at;
    size_t count, capacity;
};

struct pass {
    const struct scan_plan *plan;
    const struct scan_options *options;
    const struct scan_input *inputs;
    struct ranges ranges;
    struct scan_worker *workers;
    size_t worker_count;
    atomic_size_t next; /* range */
    struct scan_print_budget budget;
    atomic_bool is_over; /* a range is not regular: the others need not be read */
};

static void run_worker(void *context, size_t index)
{
    struct pass *pass = context;
    struct scan_worker *worker = &pass->workers[index];
    struct scan_block block;
    size_t bytes = pass->options->block_bytes + pass->options->row_bytes_max;
    scan_worker_create(worker, pass->plan, pass->options, &pass->budget);
    scan_block_create(&worker->arena, bytes, &block);
    while (!atomic_load(&pass->is_over)) {
        size_t next = atomic_fetch_add(&pass->next, 1);
        if (next >= pass->ranges.count) {
            break;
        }
        struct scan_range *range = &pass->ranges.at[next];
        struct scan_job job = {
            .plan = pass->plan,
            .options = pass->options,
            .input = &pass->inputs[range->file],
            .range = (uint32_t)next,
        };
        range->reason = pass->options->is_parsed
                            ? scan_range_parse(&job, range, worker, &block)
                            : scan_range_read(&job, range, worker, &block);
        if (range->reason) {
            atomic_store(&pass->is_over, true);
        }
    }
}

/* --- a pass --------------------------------------------------------------------------- */

static void cut_file(struct arena *arena, struct pass *pass, uint32_t file,
                     size_t range_bytes)
{
    const struct scan_input *input = &pass->inputs[file];
    for (size_t from = input->start; from < input->size;) {
        size_t left = input->size - from;
        size_t bytes = left < range_bytes ? left : range_bytes;
        *arena_push(arena, &pass->ranges) = (struct scan_range){
            .file = file,
            .is_certain = from == input->start,
            .from = from,
            .to = from + bytes,
        };
        from += bytes;
    }
}

/*
 * Whether the ranges join, each judged only if those before it are right. A row
 * may reach over whole ranges, which must then have none of their own.
 */
static const char *check_joints(const struct pass *pass)
{
    size_t expected = 0;
    for (size_t i = 0; i < pass->ranges.count; i++) {
        const struct scan_range *range = &pass->ranges.at[i];
        size_t start = range->is_certain ? range->from : expected;
        bool is_empty = start >= range->to;
        if (is_empty ? range->start < range->to : range->start != start) {
            return misjudged;
        }
        if (range->reason) {
            return range->reason;
        }
        expected = is_empty ? start : range->end;
    }
    return NULL;
}

static struct scan_origin *origins_of(struct arena *arena, const struct pass *pass,
                                      struct scan_file *files)
{
    struct scan_origin *origins =
        arena_array(arena, struct scan_origin, pass->ranges.count);
    for (size_t i = 0; i < pass->ranges.count; i++) {
        const struct scan_range *range = &pass->ranges.at[i];
        struct scan_file *file = &files[range->file];
        if (range->is_certain) {
            file->rows = 0;
            file->lines = pass->inputs[range->file].header_lines;
        }
        origins[i] = (struct scan_origin){range->file, file->lines + 1};
        file->rows += range->rows;
        file->lines += range->lines;
        file->has_crlf |= range->has_returns;
        file->has_lf |= range->has_feeds;
    }
    return origins;
}

/* Whether rows with the same key would be found in all tasks. */
static bool are_keys_kept(const struct scan_plan *plan)
{
    size_t kept = 0;
    for (size_t i = 0; i < plan->task_count; i++) {
        kept += plan->tasks[i].is_key_whole || plan->tasks[i].has_prints;
    }
    return kept == plan->task_count;
}

static const char *run_pass(struct arena *arena, struct pass *pass, struct scan *scan,
                            const struct query *queries, size_t query_count)
{
    for (size_t i = 0; i < scan->file_count; i++) {
        cut_file(arena, pass, (uint32_t)i, pass->options->range_bytes);
    }
    size_t threads = pass->options->threads;
    pass->budget.most = pass->options->keys_max;
    pass->worker_count = threads < pass->ranges.count ? threads : pass->ranges.count;
    pass->workers = arena_array(arena, struct scan_worker, pass->worker_count);
    thread_run(pass->worker_count, run_worker, pass);
    const char *reason = check_joints(pass);
    if (!reason) {
        bool has_prints = pass->budget.count <= pass->budget.most;
        scan->are_keys_checked = has_prints && are_keys_kept(pass->plan);
        struct scan_total total = {
            .plan = pass->plan,
            .has_prints = has_prints,
            .workers = pass->workers,
            .worker_count = pass->worker_count,
            .ranges = origins_of(arena, pass, scan->files),
        };
        reason = scan_result(arena, &total, queries, query_count, scan->results);
        scan_watch_collect(arena, &total, scan);
    }
    for (size_t i = 0; i < pass->worker_count; i++) {
        arena_finish(&pass->workers[i].arena);
    }
    return reason;
}

/* --- files ---------------------------------------------------------------------------- */

/* Up to the first line feed outside of quotes, with it. */
static size_t header_bytes(str text)
{
    bool is_quoted = false;
    size_t at = 0;
    while (at < text.length && (is_quoted || text.at[at] != '\n')) {
        is_quoted ^= text.at[at++] == '"';
    }
    return at < text.length ? at + 1 : at;
}

/* The header's fields, and where the rows start. NULL, or why it is not regular. */
static const char *read_header(struct arena *arena, const struct scan_options *options,
                               struct scan_input *input, struct scan_file *file,
                               str **names, size_t *count)
{
    struct scan_block block;
    struct scan_worker worker = {0};
    scan_block_create(arena, options->row_bytes_max, &block);
    scan_scratch_create(arena, &worker, block.capacity);
    if (!scan_block_fill(&block, input, options->row_bytes_max)) {
        return unreadable;
    }
    size_t mark = str_starts((str){block.text, block.count}, S("\xEF\xBB\xBF")) ? 3 : 0;
    file->has_mark = mark > 0;
    scan_block_drop(&block, mark);
    size_t bytes = header_bytes((str){block.text, block.count});
    struct split split = split_with(options->kind)(block.text, bytes, block.ends);
    if (!split.is_regular || !split.rows) {
        return split.is_regular ? "there is no header" : scan_misshapen;
    }
    *count = split.count;
    struct scan_rows rows = {.text = block.text,
                             .ends = block.ends,
                             .count = 1,
                             .has_returns = split.has_returns};
    *names = arena_array(arena, str, *count);
    for (uint32_t i = 0; i < *count; i++) {
        (*names)[i] = str_copy(arena, scan_field(&worker, &rows, i));
    }
    file->has_crlf = split.has_returns;
    file->has_lf = split.has_feeds;
    file->fields = *count;
    input->start = mark + bytes;
    input->header_lines = scan_block_feeds(block.text, bytes);
    input->row_bytes = block.count / scan_block_feeds(block.text, block.count) + 1;
    return input->start < input->size ? NULL : "a file has no rows";
}

static const char *open_file(struct arena *arena, str path, struct scan_input *input,
                             struct scan_file *file)
{
    struct stat status;
    file->path = str_copy(arena, path);
    input->descriptor = open(file->path.at, O_RDONLY | O_CLOEXEC);
    if (input->descriptor < 0 || fstat(input->descriptor, &status) ||
        !S_ISREG(status.st_mode)) {
        return unreadable;
    }
    input->size = (size_t)status.st_size;
    file->bytes = input->size;
    return NULL;
}

static bool has_columns(const struct table *columns, const str *names, size_t count)
{
    bool is_same = columns->column_count == count;
    for (size_t i = 0; is_same && i < count; i++) {
        is_same = str_equal(columns->columns[i].name, names[i]);
    }
    return is_same;
}

/* A download under two names would count twice. */
static bool is_there_twice(const struct scan_input *inputs, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (scan_input_equals(&inputs[i], &inputs[index])) {
            return true;
        }
    }
    return false;
}

static const char *open_files(struct arena *arena, const struct scan_options *options,
                              const struct path_list *paths, const struct schema *schema,
                              struct scan_input *inputs, struct table *columns,
                              struct scan *scan)
{
    const char *reason = NULL;
    str *names = NULL;
    size_t count = 0;
    for (size_t i = 0; i < paths->count && !reason; i++) {
        reason = open_file(arena, paths->at[i], &inputs[i], &scan->files[i]);
        if (!reason) {
            reason =
                read_header(arena, options, &inputs[i], &scan->files[i], &names, &count);
        }
        if (!reason && i == 0) {
            reason = scan_plan_columns(arena, names, count, schema, columns);
        } else if (!reason && !has_columns(columns, names, count)) {
            reason = "the files have different headers";
        } else if (!reason && is_there_twice(inputs, i)) {
            reason = "a file is there twice";
        }
    }
    return reason;
}

/* --- the whole ------------------------------------------------------------------------ */

static struct scan_options complete(const struct scan_options *said)
{
    struct scan_options options = said ? *said : (struct scan_options){0};
    options.threads = options.threads ? options.threads : thread_count();
    options.block_bytes = options.block_bytes ? options.block_bytes : BLOCK_BYTES;
    options.range_bytes = options.range_bytes ? options.range_bytes : RANGE_BYTES;
    options.row_bytes_max = options.row_bytes_max ? options.row_bytes_max : ROW_BYTES_MAX;
    options.keys_max = options.keys_max ? options.keys_max : KEYS_MAX;
    options.kind = split_kind(options.kind);
    return options;
}

static struct table *create_columns(struct arena *arena, str name,
                                    const struct path_list *paths)
{
    struct table *columns = arena_new(arena, struct table);
    str *files = arena_array(arena, str, paths->count);
    for (size_t i = 0; i < paths->count; i++) {
        files[i] = str_copy(arena, paths->at[i]);
    }
    *columns = (struct table){
        .name = str_copy(arena, name),
        .files = files,
        .file_count = paths->count,
    };
    return columns;
}

/* A task that takes all rows of large files would keep more prints than there may be. */
static void forgo_prints(struct scan_plan *plan, const struct scan_input *inputs,
                         size_t file_count, size_t keys_max)
{
    size_t rows = 0;
    for (size_t i = 0; i < file_count; i++) {
        rows += inputs[i].size / inputs[i].row_bytes;
    }
    for (size_t i = 0; i < plan->task_count; i++) {
        struct scan_task *task = &plan->tasks[i];
        task->has_prints &= task->filter_count > 0 || rows / 2 < keys_max;
    }
}

static const char *attempt(struct arena *arena, const struct scan_plan *plan,
                           const struct scan_options *options,
                           const struct scan_input *inputs, const struct query *queries,
                           size_t query_count, struct scan *scan)
{
    struct pass pass = {.plan = plan, .options = options, .inputs = inputs};
    return run_pass(arena, &pass, scan, queries, query_count);
}

/* Why splitters refuse a row that libcsv, or its reader, may take. */
static bool is_for_libcsv(const char *reason)
{
    return reason == scan_misshapen || reason == scan_ragged || reason == scan_long;
}

/* In three ways, each of which is slower and takes more than the one before. */
static const char *run(struct arena *arena, const struct scan_options *options,
                       const struct scan_input *inputs, const struct query *queries,
                       size_t query_count, struct scan *scan)
{
    struct scan_plan plan;
    const char *reason =
        scan_plan_create(arena, scan->columns, queries, query_count, &plan);
    if (reason) {
        return reason;
    }
    forgo_prints(&plan, inputs, scan->file_count, options->keys_max);
    scan->results = arena_array(arena, const struct table *, query_count);
    struct scan_options whole = *options;
    whole.range_bytes = SIZE_MAX;
    if (!options->is_parsed) {
        reason = attempt(arena, &plan, options, inputs, queries, query_count, scan);
        if (reason == misjudged) {
            reason = attempt(arena, &plan, &whole, inputs, queries, query_count, scan);
        }
        whole.is_parsed = true;
    }
    if (options->is_parsed || is_for_libcsv(reason)) {
        scan->is_parsed = true;
        reason = attempt(arena, &plan, &whole, inputs, queries, query_count, scan);
    }
    return reason;
}

bool scan_is_worthwhile(const struct path_list *files)
{
    struct arena scratch = {0};
    size_t bytes = 0;
    for (size_t i = 0; i < files->count; i++) {
        struct stat status;
        bool is_there = !stat(str_c(&scratch, files->at[i]), &status);
        bytes += is_there && S_ISREG(status.st_mode) ? (size_t)status.st_size : 0;
    }
    arena_finish(&scratch);
    return bytes >= SCAN_BYTES_MIN;
}

bool scan_query(struct arena *arena, str name, const struct path_list *files,
                const struct schema *schema, const struct query *queries,
                size_t query_count, const struct scan_options *said, struct scan *scan)
{
    struct scan_options options = complete(said);
    struct scan_input *inputs = arena_array(arena, struct scan_input, files->count);
    struct table *columns = create_columns(arena, name, files);
    *scan = (struct scan){
        .files = arena_array(arena, struct scan_file, files->count),
        .file_count = files->count,
        .columns = columns,
    };
    for (size_t i = 0; i < files->count; i++) {
        inputs[i].descriptor = -1;
    }
    scan->reason = open_files(arena, &options, files, schema, inputs, columns, scan);
    if (!scan->reason) {
        scan->reason = run(arena, &options, inputs, queries, query_count, scan);
    }
    for (size_t i = 0; i < files->count; i++) {
        if (inputs[i].descriptor >= 0) {
            close(inputs[i].descriptor);
        }
    }
    return !scan->reason;
}
