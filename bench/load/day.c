/* day.c: everybody is online, and each does something every twenty seconds: goes to another room and marks it as read,
   reads back in it, says something, answers with a sign.

   The words of a seat are the rooms of its person, each with a message in it: ROOM=MESSAGE,ROOM=MESSAGE … */
#define _GNU_SOURCE
#include "day.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>

#include "clock.h"
#include "page.h"
#include "report.h"
#include "sendkey.h"

#define ID_LENGTH 36
#define EVENTS_MOST 1024
#define PAGE_OF 50 /* messages, as the client asks for them */
#define MOST_ROOMS 64
#define ALWAYS 0   /* the number of what is not timed */
#define DRAIN_SECONDS 5

static const char WORDS[] = "窓口の当番表を入れました。二階の担当もご覧ください。";
static const char *const NAMES[] = {"switch", "scroll", "post", "react"};
/* How often each is done: of Mattermost's measured mix, without search. */
static const double SHARES[ACTIONS] = {6.52, 1.99, 1.0, 0.13};

typedef struct {
  connection *by;
  page asked;
  uint64_t next_at, began_at; /* 0: nothing is under way */
  int action, at, rooms;
  uint32_t number;
  uint32_t marked[MOST_ROOMS];
} person;

typedef struct {
  person *all;
  int count, pages_epoll;
  uint32_t *newest; /* of each room the ordinal of its last message, as far as the load knows */
  bool is_measuring;
  day_told told;
} day;

static double chance(void) { return (double)rand() / ((double)RAND_MAX + 1); }

static const char *room_of(const person *it) { return it->by->seat->words + it->at * (2 * ID_LENGTH + 2); }

static int chosen(void) {
  double all = 0, at;
  for (int i = 0; i < ACTIONS; i++) all += SHARES[i];
  at = chance() * all;
  for (int i = 0; i < ACTIONS - 1; i++)
    if ((at -= SHARES[i]) < 0) return i;
  return ACTIONS - 1;
}

static uint32_t *newest_of(day *it, const person *whose) {
  return &it->newest[whose->by->seat->room * whose->rooms + whose->at];
}

static void end(day *it, person *whose, bool is_well, uint64_t at) {
  day_action *told = &it->told.actions[whose->action];
  if (whose->began_at && it->is_measuring) {
    histogram_add(&told->took, at - whose->began_at);
    told->sum_ns += at - whose->began_at;
    told->failed += !is_well;
  }
  whose->began_at = 0;
}

static void tell(crowd *among, person *whose, uint32_t number, const char *format, const char *more) {
  char said[POST_MOST];
  int head = snprintf(said, sizeof said, "{\"id\":\"%u\",", number);
  int length = snprintf(said + head, sizeof said - (size_t)head, format, room_of(whose), more);
  connection_send_text(whose->by, among->epoll, said, (size_t)(head + length));
}

static void open_page(day *it, person *whose, const char *query) {
  char path[200];
  snprintf(path, sizeof path, "/api/rooms/%.36s/messages?limit=%d%s", room_of(whose), PAGE_OF, query);
  if (!page_ask(&whose->asked, it->pages_epoll, whose, whose->by->seat, path)) {
    page_close(&whose->asked);
    end(it, whose, false, now_ns());
  }
}

static void say(crowd *among, person *whose) {
  char send_key[SEND_KEY_LENGTH + 1];
  send_key_write(send_key);
  char rest[400];
  snprintf(rest, sizeof rest, "\"send_key\":\"%s\",\"parts\":[{\"kind\":\"text\",\"text\":\"%s\"}]}", send_key, WORDS);
  tell(among, whose, whose->number, "\"do\":\"messages.post\",\"room_id\":\"%.36s\",%s", rest);
}

static void react(crowd *among, person *whose) {
  const char *message = room_of(whose) + ID_LENGTH + 1;
  char rest[100];
  snprintf(rest, sizeof rest, "\"message_id\":\"%.36s\",\"kind\":\"check\"}", message);
  tell(among, whose, whose->number, "\"do\":\"reactions.set\",\"room_id\":\"%.36s\",%s", rest);
}

static void act(day *it, crowd *among, person *whose) {
  whose->action = chosen();
  whose->began_at = now_ns();
  whose->number++;
  if (whose->action == DAY_SWITCH) {
    whose->at = (whose->at + 1 + rand() % (whose->rooms - 1)) % whose->rooms;
    tell(among, whose, ALWAYS, "\"do\":\"look\",\"stream\":\"room/%.36s\"%s}", "");
    open_page(it, whose, "");
  } else if (whose->action == DAY_SCROLL) {
    open_page(it, whose, "&before=51");
  } else if (whose->action == DAY_POST) {
    say(among, whose);
  } else {
    react(among, whose);
  }
}

static void hear(crowd *among, connection *by, said kind, uint32_t number, const char *text, size_t length) {
  day *it = among->hearer;
  person *whose = &it->all[by->index];
  if (kind == SAID_SOMETHING && it->is_measuring) it->told.heard++;
  if (kind == SAID_REFUSED && it->told.refused++ < 3) fprintf(stderr, "%.*s\n", (int)length, text);
  if ((kind != SAID_OK && kind != SAID_REFUSED) || number == ALWAYS || number != whose->number) return;
  if (kind == SAID_OK && whose->action == DAY_POST) ++*newest_of(it, whose);
  end(it, whose, kind == SAID_OK, among->read_at);
}

/* Whoever has opened a room has read it. */
static void mark(day *it, crowd *among, person *whose) {
  char rest[40];
  uint32_t newest = *newest_of(it, whose);
  if (newest <= whose->marked[whose->at]) return;
  whose->marked[whose->at] = newest;
  snprintf(rest, sizeof rest, "\"ordinal\":%u}", newest);
  tell(among, whose, ALWAYS, "\"do\":\"receipts.mark\",\"room_id\":\"%.36s\",%s", rest);
}

static void read_pages(day *it, crowd *among) {
  struct epoll_event events[EVENTS_MOST];
  int count = epoll_wait(it->pages_epoll, events, EVENTS_MOST, 0);
  uint64_t at = now_ns();
  for (int i = 0; i < count; i++) {
    person *whose = events[i].data.ptr;
    if (whose->asked.fd < 0) continue;
    page_state state = page_read(&whose->asked);
    if (state != PAGE_NOT_YET) end(it, whose, state == PAGE_WHOLE, at);
    if (state == PAGE_WHOLE && whose->action == DAY_SWITCH) mark(it, among, whose);
  }
}

static void turn(day *it, crowd *among, uint64_t pause, bool is_acting) {
  crowd_turn(among, 1);
  read_pages(it, among);
  uint64_t now = now_ns();
  for (int i = 0; is_acting && i < it->count; i++) {
    person *whose = &it->all[i];
    if (whose->next_at > now || whose->began_at || whose->by->state != READY) continue;
    whose->next_at = now + (uint64_t)((0.5 + chance()) * (double)pause);
    act(it, among, whose);
  }
}

static bool is_quiet(const day *it) {
  for (int i = 0; i < it->count; i++)
    if (it->all[i].began_at) return false;
  return true;
}

static void day_make(day *it, crowd *among, uint64_t pause, uint32_t held) {
  *it = (day){.all = calloc((size_t)among->count, sizeof *it->all), .count = among->count};
  it->newest = calloc((size_t)among->count * MOST_ROOMS, sizeof *it->newest);
  it->pages_epoll = epoll_create1(0);
  if (!it->all || !it->newest || it->pages_epoll < 0) {
    perror("day");
    exit(1);
  }
  for (int i = 0; i < among->count * MOST_ROOMS; i++) it->newest[i] = held;
  for (int i = 0; i < it->count; i++) {
    person *whose = &it->all[i];
    *whose = (person){.by = &among->all[i], .asked = {.fd = -1}};
    whose->rooms = (int)((strlen(whose->by->seat->words) + 1) / (2 * ID_LENGTH + 2));
    whose->next_at = now_ns() + (uint64_t)(chance() * (double)pause);
  }
  for (int i = 0; i < ACTIONS; i++) it->told.actions[i].name = NAMES[i];
}

bool day_run(crowd *among, const options *asked) {
  static day it;
  uint64_t pause = ns_of(asked->pause);
  among->keeps_words = true;
  if (!crowd_let_in(among, among->count, 100, asked->most_seconds)) return false;
  crowd_idle(among, asked->settle);
  day_make(&it, among, pause, (uint32_t)asked->held);
  among->hear = hear;
  among->hearer = &it;
  for (uint64_t last = now_ns() + ns_of(asked->warm); now_ns() < last;) turn(&it, among, pause, true);
  it.is_measuring = true;
  use before = use_now(asked, &(tally){0});
  for (uint64_t last = now_ns() + ns_of(asked->seconds); now_ns() < last;) turn(&it, among, pause, true);
  use after = use_now(asked, &(tally){0});
  for (uint64_t last = now_ns() + ns_of(DRAIN_SECONDS); !is_quiet(&it) && now_ns() < last;)
    turn(&it, among, pause, false);
  for (int i = 0; i < it.count; i++) it.told.unanswered += it.all[i].began_at != 0;
  report_day(&it.told, among, &before, &after, asked);
  return true;
}
