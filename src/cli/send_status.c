/* SPDX-License-Identifier: MIT */
/* `send --status`: the rows of the ledger. */
#include "send_internal.h"

static bool add_rows(const struct cli_run *run, struct ledger *ledger,
                     const struct ledger_key *key, struct send_report *report)
{
    struct ledger_rows rows = {0};
    if (!ledger_list(run->arena, ledger, key, &rows, run->error)) {
        return false;
    }
    for (size_t i = 0; i < rows.count; i++) {
        struct send_line line = {.row = &rows.at[i]};
        if (!send_report_add(report, &line, run->error)) {
            return false;
        }
    }
    return true;
}

bool send_status(const struct cli_run *run, const struct cli_input *input, str briefing)
{
    struct ledger_key key = {.briefing = briefing, .edition = input->send.edition};
    struct send_report report = {.arena = run->arena,
                                 .is_json = input->is_json,
                                 .mode = "status",
                                 .briefing = briefing};
    struct ledger *ledger;
    str folder;
    if (period_is_set(input->briefing.period)) {
        key.period = period_print(run->arena, input->briefing.period);
    }
    if (!ledger_folder(run->arena, input->send.state, &folder, run->error) ||
        !ledger_look(run->arena, folder, &ledger, run->error)) {
        return false;
    }
    send_report_begin(&report);
    bool is_done = !ledger || add_rows(run, ledger, &key, &report);
    ledger_close(ledger);
    return is_done && send_report_end(&report, run->error);
}
