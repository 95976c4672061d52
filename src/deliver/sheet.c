/* SPDX-License-Identifier: MIT */
#include "sheet.h"

#include "columns.h"

enum { FIRST_WIDTH_LEAST = 12 };

static str on_one_line(struct arena *arena, str text)
{
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < text.length; i++) {
        bool is_control = (unsigned char)text.at[i] < ' ';
        buffer_add(&out, is_control ? S(" ") : str_slice(text, i, i + 1));
    }
    return buffer_text(&out);
}

void sheet_add(struct sheet *sheet, str cell)
{
    size_t column = sheet->cells.count % sheet->column_count;
    str text = on_one_line(sheet->arena, cell);
    size_t width = columns_of(text);
    *arena_push(sheet->arena, &sheet->cells) = text;
    sheet->widths[column] = width > sheet->widths[column] ? width : sheet->widths[column];
}

size_t sheet_width(const struct sheet *sheet)
{
    size_t width = 0;
    for (size_t i = 0; i < sheet->column_count; i++) {
        width += sheet->widths[i] ? sheet->gaps[i] + sheet->widths[i] : 0;
    }
    return width;
}

void sheet_fit(struct sheet *sheet, size_t width)
{
    size_t *first = &sheet->widths[0];
    size_t found = sheet_width(sheet);
    if (found > width) {
        size_t excess = found - width;
        *first = *first > FIRST_WIDTH_LEAST + excess ? *first - excess : FIRST_WIDTH_LEAST;
    }
    for (size_t i = sheet->column_count; sheet_width(sheet) > width && i > 1;) {
        sheet->widths[--i] = 0;
    }
    *first = *first < width ? *first : width;
}

void sheet_print(const struct sheet *sheet, size_t row, struct buffer *out)
{
    struct buffer line = {.arena = sheet->arena};
    for (size_t i = 0; i < sheet->column_count; i++) {
        str cell = sheet->cells.at[row * sheet->column_count + i];
        if (sheet->widths[i]) {
            buffer_print(&line, "%*s", (int)sheet->gaps[i], "");
            columns_pad(&line, columns_cut(sheet->arena, cell, sheet->widths[i]),
                        sheet->widths[i], sheet->is_right[i]);
        }
    }
    str text = buffer_text(&line);
    while (text.length && text.at[text.length - 1] == ' ') {
        text.length--;
    }
    buffer_add(out, text);
    buffer_add_byte(out, '\n');
}
