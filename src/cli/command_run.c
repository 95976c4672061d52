/* SPDX-License-Identifier: MIT */
/*
 * The monthly job: has the month arrived, checks, build, archive, send.
 *
 * It keeps no state of its own: whether a step is done, the files, the archive and the
 * ledger say. What died half way is run again: what is done stays as it is, and the rest is
 * done. A lock in the archive keeps a second one out.
 */
#include "archive_internal.h"
#include "send_internal.h"

#include "archive/disk.h"
#include "base/json.h"
#include "base/version.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum step { STEP_DATA, STEP_CHECKS, STEP_BUILD, STEP_ARCHIVE, STEP_SEND, STEP_COUNT };

struct job {
    const struct cli_run *run;
    const struct cli_input *input;
    struct pipeline_issue issue;
    struct pipeline_result result;
    struct archive_added added;
    str said[STEP_COUNT]; /* what has become of each step; empty: it was not reached */
};

static void say(struct job *job, enum step step, str text)
{
    job->said[step] = text;
}

/* --- the lock
 * ----------------------------------------------------------------------------- */

/* -1 and an error; ERROR_RETRY where another run is at work. */
static int lock_job(const struct job *job)
{
    struct arena *arena = job->run->arena;
    str archive = archive_option(job->input);
    str path = path_join(arena, archive, S(".run"));
    if (!file_make_folder(archive, job->run->error)) {
        return -1;
    }
    int fd = open(str_c(arena, path), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd >= 0 && !flock(fd, LOCK_EX | LOCK_NB)) {
        return fd;
    }
    if (fd >= 0 && errno == EWOULDBLOCK) {
        error_at(job->run->error, ERROR_RETRY, (struct place){.file = path},
                 "another run is at work");
    } else {
        error_at(job->run->error, ERROR_CREATE, (struct place){.file = path},
                 "cannot be locked: %s", strerror(errno));
    }
    if (fd >= 0) {
        close(fd);
    }
    return -1;
}

/* --- the steps
 * ----------------------------------------------------------------------------- */

/* The month that must be there: the option's, or the one that is due. */
static struct period wanted_period(const struct job *job)
{
    const struct calendar *calendar = &job->issue.briefing->calendar;
    if (period_is_set(job->input->briefing.period) || !calendar->is_set) {
        return job->input->briefing.period;
    }
    struct date day = job->input->briefing.as_of;
    return calendar_expected(calendar, date_is_set(day) ? day : archive_today());
}

static bool check_arrival(struct job *job)
{
    struct arena *arena = job->run->arena;
    struct period issue = job->issue.facts->issue;
    struct period wanted = wanted_period(job);
    if (!period_is_set(issue)) {
        say(job, STEP_DATA, S("the briefing has no months"));
        return true;
    }
    str name = period_name(arena, issue);
    if (!period_is_set(wanted) || period_end(issue) >= period_end(wanted)) {
        say(job, STEP_DATA, str_print(arena, "%.*s is there", STR_ARG(name)));
        return true;
    }
    str due = date_print(arena, calendar_due(&job->issue.briefing->calendar, wanted));
    say(job, STEP_DATA,
        str_print(arena, "%.*s is not there: the data end in %.*s",
                  STR_ARG(period_name(arena, wanted)), STR_ARG(name)));
    return error_set(job->run->error, ERROR_RETRY,
                     "%.*s was due on %.*s and has not arrived: the data end in %.*s",
                     STR_ARG(period_name(arena, wanted)), STR_ARG(due), STR_ARG(name));
}

static bool run_load(struct job *job)
{
    struct briefing_options options = job->input->briefing;
    struct trace_log *log = arena_new(job->run->arena, struct trace_log);
    log->arena = job->run->arena;
    options.log = log;
    job->issue.output = &archive_output;
    return pipeline_load(job->run->arena, job->input->arguments[0], &options, &job->issue,
                         &job->result, job->run->warnings, job->run->error) &&
           check_arrival(job);
}

/* Checks are the beginning of making; they are a step for the reader of the report. */
static bool run_make(struct job *job)
{
    struct arena *arena = job->run->arena;
    size_t count = job->issue.briefing->checks.count;
    str passed = str_print(arena, "%zu check%s passed", count, count == 1 ? "" : "s");
    if (!pipeline_make(arena, &job->issue, &job->result, job->run->warnings,
                       job->run->error)) {
        if (job->run->error->kind != ERROR_CHECK) {
            say(job, STEP_CHECKS, passed);
            say(job, STEP_BUILD, S("failed"));
        }
        return false;
    }
    say(job, STEP_CHECKS, passed);
    return true;
}

/* A file that is there with the same bytes is left as it is. */
static bool is_written(struct job *job, str path, str bytes)
{
    struct source source;
    struct error error = {0};
    return file_exists(path) && file_read(job->run->arena, path, &source, &error) &&
           str_equal(source.text, bytes);
}

static bool run_write(struct job *job)
{
    struct arena *arena = job->run->arena;
    str folder = job->input->folder;
    const struct file_output files[] = {
        {path_join(arena, folder, job->result.name), job->result.pdf},
        {path_join(arena, folder, job->result.trace_name), job->result.trace_json},
    };
    bool is_there = is_written(job, files[0].path, files[0].bytes) &&
                    is_written(job, files[1].path, files[1].bytes);
    if (!is_there && (!file_make_folder(folder, job->run->error) ||
                      !file_write_together(files, COUNT_OF(files), job->run->error))) {
        return false;
    }
    say(job, STEP_BUILD,
        str_print(arena, "%.*s, %zu page%s%s", STR_ARG(files[0].path),
                  job->result.page_count, job->result.page_count == 1 ? "" : "s",
                  is_there ? ", was there" : ""));
    return true;
}

static bool run_archive(struct job *job)
{
    if (!archive_keep(job->run, &job->issue, &job->result, &job->input->briefing,
                      archive_option(job->input), &job->added)) {
        return false;
    }
    str key = job->input->archive.sign_with;
    if (key.length &&
        !archive_sign(job->run, archive_option(job->input), job->added.link.edition, key)) {
        return false;
    }
    say(job, STEP_ARCHIVE,
        str_print(job->run->arena, "%.*s%s, seal %.16s", STR_ARG(job->added.link.edition),
                  job->added.is_known ? ", was there" : "", job->added.link.seal.at));
    return true;
}

/* "2025-10" of "rare-earths/2025-10/1". */
static str period_of(str edition)
{
    str rest;
    str_cut(edition, '/', &rest);
    return str_cut(rest, '/', &rest);
}

/* Where messages that have left wait to be archived: ARCHIVE/BRIEFING/.mail/PERIOD. */
static str aside_folder(const struct job *job)
{
    str edition = job->added.link.edition;
    return str_print(job->run->arena, "%.*s/%.*s/.mail/%.*s",
                     STR_ARG(archive_option(job->input)), (int)str_find(edition, '/'),
                     edition.at, STR_ARG(period_of(edition)));
}

/* What has left is kept as an edition of its own: PERIOD.sent. */
static bool keep_mailing(struct job *job, struct archive_files *kept, struct error *error)
{
    struct arena *arena = job->run->arena;
    struct archive_added added;
    struct edition edition = {
        .briefing =
            str_slice(job->added.link.edition, 0, str_find(job->added.link.edition, '/')),
        .period = str_print(arena, "%.*s" ARCHIVE_SENT,
                            STR_ARG(period_of(job->added.link.edition))),
        .archived = date_print(arena, archive_today()),
        .title = str_print(arena, "Mailing of %.*s", STR_ARG(job->added.link.edition)),
        .series = job->issue.document->series_title,
        .program = S("ytterby " YTTERBY_VERSION),
    };
    const struct bag_label labels[] = {
        {S("External-Description"), edition.title},
        {S("Bagging-Date"), edition.archived},
        {S("Bag-Software-Agent"), edition.program},
    };
    if (!kept->count) {
        return true;
    }
    archive_keep_crate(arena, &edition, job->issue.document->organisation, kept);
    return archive_add(arena, archive_option(job->input), &edition, kept, labels,
                       COUNT_OF(labels), &added, error) &&
           disk_remove(aside_folder(job), error);
}

/* The report of the mailing is its own, and comes last. */
static bool run_send(struct job *job)
{
    struct cli_input input = *job->input;
    if (!job->issue.briefing->mail.from.address.length) {
        say(job, STEP_SEND, S("the briefing has no mail:"));
        return true;
    }
    if (!job->input->send.is_sending) {
        say(job, STEP_SEND, S("nothing leaves without --send"));
        return true;
    }
    struct archive_files kept = {0};
    struct error not_kept = {0};
    str aside = aside_folder(job);
    if (!send_keep_read(job->run->arena, aside, &kept, job->run->error)) {
        return false;
    }
    input.briefing.period = job->issue.facts->issue;
    input.send.kept = &kept;
    input.send.kept_folder = aside;
    say(job, STEP_SEND, S("not all of it"));
    bool is_sent = command_send(job->run, &input);
    bool is_kept = keep_mailing(job, &kept, is_sent ? job->run->error : &not_kept);
    if (!is_sent || !is_kept) {
        return false;
    }
    say(job, STEP_SEND, S("every recipient has it"));
    return true;
}

static bool run_steps(struct job *job)
{
    static bool (*const steps[STEP_COUNT])(struct job *) = {
        [STEP_DATA] = run_load,       [STEP_CHECKS] = run_make, [STEP_BUILD] = run_write,
        [STEP_ARCHIVE] = run_archive, [STEP_SEND] = run_send,
    };
    for (enum step i = 0; i < STEP_COUNT; i++) {
        if (!steps[i](job)) {
            if (!job->said[i].length) {
                say(job, i, S("failed"));
            }
            return false;
        }
    }
    return true;
}

/* --- the report
 * ----------------------------------------------------------------------------- */

static const char *const step_names[STEP_COUNT] = {
    [STEP_DATA] = "data",       [STEP_CHECKS] = "checks", [STEP_BUILD] = "build",
    [STEP_ARCHIVE] = "archive", [STEP_SEND] = "send",
};

static str report_text(const struct job *job)
{
    struct buffer out = {.arena = job->run->arena};
    for (size_t i = 0; i < STEP_COUNT; i++) {
        str said = job->said[i].length ? job->said[i] : S("not reached");
        buffer_print(&out, "%-8s %.*s\n", step_names[i], STR_ARG(said));
    }
    return buffer_text(&out);
}

static str report_json(const struct job *job, bool is_done)
{
    struct buffer out = {.arena = job->run->arena};
    struct json json = {.out = &out};
    json_object(&json);
    json_member_flag(&json, "done", is_done);
    for (size_t i = 0; i < STEP_COUNT; i++) {
        json_key(&json, step_names[i]);
        if (job->said[i].length) {
            json_text(&json, job->said[i]);
        } else {
            json_null(&json);
        }
    }
    json_member_some_text(&json, "edition", job->added.link.edition);
    json_member_some_text(&json, "seal", job->added.link.seal);
    json_end(&json);
    buffer_add_byte(&out, '\n');
    return buffer_text(&out);
}

bool command_run(const struct cli_run *run, const struct cli_input *input)
{
    struct job job = {.run = run, .input = input};
    int lock = lock_job(&job);
    if (lock < 0) {
        return false;
    }
    bool is_done = run_steps(&job);
    struct error unprinted = {0};
    bool is_told =
        cli_print(input->is_json ? report_json(&job, is_done) : report_text(&job),
                  is_done ? run->error : &unprinted);
    pipeline_issue_finish(&job.issue);
    close(lock);
    return is_done && is_told;
}
