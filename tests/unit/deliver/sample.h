/* SPDX-License-Identifier: MIT */
/* A message for tests: complete and good. */
#ifndef SAMPLE_H
#define SAMPLE_H

#include "deliver/message.h"

static inline struct message sample_message(void)
{
    return (struct message){
        .from = {S("Ytterby"), S("desk@example.org")},
        .to = {S("Anna Berg"), S("anna@example.com")},
        .reply_to = {S(""), S("editor@example.org")},
        .subject = S("China’s magnet exports fell 5.2%"),
        .date = 1763596800,
        .id = S("0123456789abcdef@example.org"),
        .list_name = S("Rare earths monthly"),
        .list_id = S("rare-earths.example.org"),
        .unsubscribe_url = S("https://example.org/leave?who=anna%40example.com"),
        .unsubscribe_mail = S("mailto:leave@example.org?subject=anna%40example.com"),
        .language = S("en"),
        .text = S("Magnets     5,473 t\n\n.\nFrom here on – a line\n"),
        .html = S("<p>5,473&nbsp;t – <img src=\"cid:chart.1@example.org\"></p>\n"),
        .image = {S("\x89PNG\r\n\x1A\n..."), S("chart.1@example.org"), S("chart.png")},
        .pdf = S("%PDF-1.7\n%\xE2\xE3\n%%EOF\n"),
        .pdf_name = S("rare-earths-2025-10.pdf"),
    };
}

#endif
