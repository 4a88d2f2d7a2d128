/* fan.c: senders post into their rooms, a fixed number of messages in flight each, and deliveries are counted. */
#include "fan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "report.h"
#include "stamp.h"

#define STALLED_SECONDS 10
#define DRAIN_SECONDS 5
#define TEXT_MOST 2048

static const char WORDS[] = "こんにちは。今日の会議は午後三時から始まります。資料を確認してください。";

void fan_make(fan *it, crowd *among, const seats *seated, const options *asked) {
  *it = (fan){.asked = asked, .sender_count = seated->rooms};
  it->senders = calloc((size_t)seated->rooms, sizeof *it->senders);
  if (!it->senders) {
    perror("memory");
    exit(1);
  }
  for (int i = 0; i < among->count; i++) {
    connection *by = &among->all[i];
    sender *first = &it->senders[by->seat->room];
    if (!first->by) first->by = by;
    if (by->state == READY) first->members++;
  }
}

/* The stamp, then whole characters up to the size asked for: a cut character would be refused as broken text. */
static void write_text(char *text, stamp mark, int bytes) {
  stamp_write(text, mark);
  size_t length = STAMP_LENGTH, most = (size_t)bytes < TEXT_MOST - 4 ? (size_t)bytes : TEXT_MOST - 4;
  for (size_t at = 0; length + 3 <= most; length += 3, at = (at + 3) % (sizeof WORDS - 1))
    memcpy(text + length, WORDS + at, 3);
  text[length] = 0;
}

static bool post(fan *it, crowd *among, int index) {
  char text[TEXT_MOST];
  sender *from = &it->senders[index];
  uint32_t number = from->next_number++;
  uint64_t at = now_ns();
  write_text(text, (stamp){.posted_at = at, .sender = (uint32_t)index, .number = number}, it->asked->bytes);
  from->flights[number % MOST_IN_FLIGHT] =
      (flight){.posted_at = at, .number = number, .left = from->members, .is_open = true};
  from->in_flight++;
  it->told.posted++;
  return crowd_post(among, from->by, number, text);
}

static void fill_window(fan *it, crowd *among, int index) {
  sender *from = &it->senders[index];
  while (it->is_posting && from->by->state == READY && from->in_flight < it->asked->window) {
    if (!post(it, among, index)) return;
  }
}

static flight *flight_of(sender *from, uint32_t number) {
  flight *found = &from->flights[number % MOST_IN_FLIGHT];
  return found->number == number && found->posted_at ? found : NULL;
}

static void finish(fan *it, crowd *among, int index, flight *done) {
  if (!done->is_open) return;
  done->is_open = false;
  it->senders[index].in_flight--;
  fill_window(it, among, index);
}

static void hear_answer(fan *it, crowd *among, connection *by, said kind, uint32_t number) {
  int index = by->seat->room;
  flight *answered = flight_of(&it->senders[index], number);
  if (!answered || answered->is_answered || it->senders[index].by != by) return;
  answered->is_answered = true;
  if (kind == SAID_OK) it->told.answered++;
  if (kind == SAID_REFUSED) it->told.refused++, answered->left = 0;
  if (it->is_measuring) histogram_add(&it->answer, among->read_at - answered->posted_at);
  /* A refused message is delivered to nobody: waiting for its deliveries would never end. */
  if (kind == SAID_REFUSED || !it->asked->waits_for_delivery) finish(it, among, index, answered);
}

static void hear_delivery(fan *it, crowd *among, connection *by, stamp mark) {
  it->told.delivered++;
  if (it->is_measuring && among->read_at > mark.posted_at)
    histogram_add(&it->delivery, among->read_at - mark.posted_at);
  if ((int)mark.sender >= it->sender_count) return;
  sender *from = &it->senders[mark.sender];
  if (!among->speaks->answers_posts && from->by == by) hear_answer(it, among, by, SAID_OK, mark.number);
  flight *delivered = flight_of(from, mark.number);
  if (!delivered || --delivered->left) return;
  if (it->asked->waits_for_delivery) finish(it, among, (int)mark.sender, delivered);
}

static void hear(crowd *among, connection *by, said kind, uint32_t number, const char *text, size_t length) {
  static int told_refusals;
  stamp mark;
  fan *it = among->hearer;
  if (kind == SAID_REFUSED && told_refusals++ < 3) fprintf(stderr, "%.*s\n", (int)length, text);
  if (kind != SAID_SOMETHING) {
    hear_answer(it, among, by, kind, number);
  } else if (stamp_find(text, length, &mark)) {
    hear_delivery(it, among, by, mark);
  }
}

/* Until the time is over. False when nothing at all was delivered for ten seconds. */
static bool turn_until(fan *it, crowd *among, uint64_t end) {
  uint64_t last_count = it->told.delivered, last_change = now_ns();
  for (uint64_t at = last_change; at < end; at = now_ns()) {
    crowd_turn(among, 20);
    if (it->told.delivered != last_count) last_count = it->told.delivered, last_change = at;
    if (at - last_change > STALLED_SECONDS * NS_PER_SECOND) return false;
  }
  return true;
}

static bool is_quiet(const fan *it) {
  uint64_t due = 0;
  for (int i = 0; i < it->sender_count; i++) {
    for (int f = 0; f < MOST_IN_FLIGHT; f++) {
      const flight *open = &it->senders[i].flights[f];
      if (open->posted_at && (open->left > 0 || !open->is_answered)) due++;
    }
  }
  return due == 0;
}

/* What is still in flight must land, or "acknowledged" and "stored" could not be compared. */
static void drain(fan *it, crowd *among) {
  uint64_t last = now_ns() + DRAIN_SECONDS * NS_PER_SECOND;
  it->is_posting = false;
  while (!is_quiet(it) && now_ns() < last) crowd_turn(among, 5);
}

bool fan_run(fan *it, crowd *among) {
  among->hear = hear;
  among->hearer = it;
  it->is_posting = true;
  for (int i = 0; i < it->sender_count; i++) fill_window(it, among, i);
  bool went_on = turn_until(it, among, now_ns() + ns_of(it->asked->warm));
  it->is_measuring = true;
  use before = use_now(it->asked, &it->told);
  went_on = went_on && turn_until(it, among, now_ns() + ns_of(it->asked->seconds));
  use after = use_now(it->asked, &it->told);
  it->is_measuring = false;
  drain(it, among);
  report_fan(it, among, &before, &after);
  return went_on;
}
