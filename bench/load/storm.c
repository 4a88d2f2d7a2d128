/* storm.c: all clients come back at one moment, and each asks at once for what it has missed.

   What it asks is the word of its seat; the answer to it comes after everything that was missed. */
#include "storm.h"

#include <string.h>

#include "clock.h"
#include "report.h"

typedef struct {
  uint64_t began_at;
  storm_told told;
} storm;

/* A signal about somebody's presence may come in between, and is not what was missed. */
static bool is_line(const char *text, size_t length) {
  return (length > 7 && !memcmp(text, "{\"fact\"", 7)) || (length > 9 && !memcmp(text, "{\"stream\"", 9));
}

static void hear(crowd *among, connection *by, said kind, uint32_t number, const char *text, size_t length) {
  storm *it = among->hearer;
  (void)by, (void)number;
  it->told.bytes += length;
  if (kind == SAID_SOMETHING && is_line(text, length)) it->told.lines++;
  if (kind == SAID_REFUSED) it->told.refused++;
  if (kind == SAID_OK) histogram_add(&it->told.back, among->read_at - it->began_at);
}

bool storm_run(crowd *among, const options *asked) {
  static storm it;
  among->hear = hear;
  among->hearer = &it;
  use before = use_now(asked, &(tally){0});
  it.began_at = now_ns();
  bool came = crowd_let_in(among, among->count, among->count, asked->most_seconds);
  uint64_t last = it.began_at + ns_of(asked->most_seconds);
  while (it.told.back.count + it.told.refused + (uint64_t)among->lost < (uint64_t)among->count && now_ns() < last)
    crowd_turn(among, 20);
  use after = use_now(asked, &(tally){0});
  report_storm(&it.told, among, &before, &after, asked);
  return came;
}
