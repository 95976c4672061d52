/* SPDX-License-Identifier: MIT */
/* Rows of the ledger as they are read. */
#include "ledger_internal.h"

#define COLUMNS \
    "id, briefing, period, parameters, edition, recipient, address, state, handed_over," \
    " attempts, made_at, first_at, changed_at, next_at, reply, message_id, content"

static enum ledger_state state_of(str name)
{
    size_t state = 0;
    while (state < LEDGER_STATE_COUNT &&
           !str_equal(name, str_from(ledger_state_name((enum ledger_state)state)))) {
        state++;
    }
    return (enum ledger_state)state;
}

/* A state that this program does not know cannot stand there: the table checks it. */
static void read_row(struct arena *arena, const struct statement *statement,
                     struct ledger_row *row)
{
    *row = (struct ledger_row){
        .id = statement_number(statement, 0),
        .key = {.briefing = statement_text(arena, statement, 1),
                .period = statement_text(arena, statement, 2),
                .parameters = statement_text(arena, statement, 3),
                .edition = (size_t)statement_number(statement, 4),
                .recipient = statement_text(arena, statement, 5)},
        .address = statement_text(arena, statement, 6),
        .state = state_of(statement_text(arena, statement, 7)),
        .is_handed_over = statement_number(statement, 8) != 0,
        .attempts = (size_t)statement_number(statement, 9),
        .made_at = statement_number(statement, 10),
        .first_at = statement_number(statement, 11),
        .changed_at = statement_number(statement, 12),
        .next_at = statement_number(statement, 13),
        .reply = statement_text(arena, statement, 14),
        .message_id = statement_text(arena, statement, 15),
        .content = statement_text(arena, statement, 16),
    };
}

bool ledger_find(struct arena *arena, struct ledger *ledger, const struct ledger_key *key,
                 struct ledger_row *row, bool *is_found, struct error *error)
{
    struct statement statement = statement_make(
        ledger->database,
        "SELECT " COLUMNS " FROM delivery WHERE briefing = ?1 AND period = ?2"
        " AND edition = ?3 AND parameters = ?4 AND recipient = ?5",
        error);
    statement_set_text(&statement, 1, key->briefing);
    statement_set_text(&statement, 2, key->period);
    statement_set_number(&statement, 3, (int64_t)key->edition);
    statement_set_text(&statement, 4, key->parameters);
    statement_set_text(&statement, 5, key->recipient);
    bool is_done = statement_step(&statement, is_found, error);
    if (is_done && *is_found) {
        read_row(arena, &statement, row);
    }
    statement_finish(&statement);
    return is_done;
}

bool ledger_list(struct arena *arena, struct ledger *ledger, const struct ledger_key *key,
                 struct ledger_rows *rows, struct error *error)
{
    struct statement statement =
        statement_make(ledger->database,
                       "SELECT " COLUMNS " FROM delivery WHERE (?1 = '' OR briefing = ?1)"
                       " AND (?2 = '' OR period = ?2) AND (?3 = 0 OR edition = ?3)"
                       " ORDER BY briefing, period, edition, parameters, recipient",
                       error);
    statement_set_text(&statement, 1, key->briefing);
    statement_set_text(&statement, 2, key->period);
    statement_set_number(&statement, 3, (int64_t)key->edition);
    bool has_row;
    bool is_done;
    while ((is_done = statement_step(&statement, &has_row, error)) && has_row) {
        read_row(arena, &statement, arena_push(arena, rows));
    }
    statement_finish(&statement);
    return is_done;
}

bool ledger_backlog(struct arena *arena, struct ledger *ledger, str briefing,
                    struct ledger_backlog *backlog, struct error *error)
{
    struct statement statement = statement_make(
        ledger->database,
        "SELECT period, count(*) FROM delivery WHERE briefing = ?1 AND state = 'pending'"
        " GROUP BY period ORDER BY period",
        error);
    statement_set_text(&statement, 1, briefing);
    bool has_row;
    bool is_done;
    while ((is_done = statement_step(&statement, &has_row, error)) && has_row) {
        str period = statement_text(arena, &statement, 0);
        size_t count = (size_t)statement_number(&statement, 1);
        arena_push(arena, backlog);
        backlog->at[backlog->count - 1].period = period;
        backlog->at[backlog->count - 1].count = count;
    }
    statement_finish(&statement);
    return is_done;
}
