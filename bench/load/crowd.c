/* crowd.c: all clients together: lets them in, reads what they hear, answers heartbeats. */
#define _GNU_SOURCE
#include "crowd.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include "clock.h"
#include "frames.h"

#define EVENTS_MOST 4096
#define LOSSES_TOLD 5

static char arrived[1 << 18];

void crowd_make(crowd *it, const dialect *speaks, const seats *seated) {
  *it = (crowd){.speaks = speaks, .count = seated->count, .epoll = epoll_create1(0)};
  it->all = calloc((size_t)seated->count, sizeof *it->all);
  if (it->epoll < 0 || !it->all) {
    perror("crowd");
    exit(1);
  }
  for (int i = 0; i < it->count; i++) it->all[i] = (connection){.fd = -1, .index = i, .seat = &seated->all[i]};
}

static void lose(crowd *it, connection *lost, const char *why) {
  if (lost->state == LOST) return;
  if (it->lost++ < LOSSES_TOLD) fprintf(stderr, "client %d lost in state %d: %s\n", lost->index, lost->state, why);
  if (lost->state == READY) it->ready--;
  if (lost->state != READY) it->entering--;
  connection_close(lost);
}

bool crowd_post(crowd *it, connection *by, uint32_t number, const char *text) {
  char post[POST_MOST];
  size_t length = it->speaks->post(post, by->seat, number, text);
  bool went = by->state == READY && connection_send_text(by, it->epoll, post, length);
  if (!went) lose(it, by, "could not post");
  return went;
}

static void greet(crowd *it, connection *by) {
  char words[POST_MOST];
  size_t length = it->speaks->greet(words, by->seat);
  by->state = GREETING;
  if (length && !connection_send_text(by, it->epoll, words, length)) lose(it, by, "could not greet");
}

/* As a browser's page does: it comes again when it was told to, or up to as much later, by chance. */
static bool turn_away(crowd *it, connection *by, const char *head, size_t length) {
  static const char WORD[] = "retry-after: ";
  char told[4096] = {0};
  for (size_t i = 0; i < length && i + 1 < sizeof told; i++) told[i] = (char)tolower((unsigned char)head[i]);
  const char *after = strstr(told, WORD);
  if (memcmp(head, "HTTP/1.1 503", 12) || !after) return false;
  double seconds = atof(after + sizeof WORD - 1);
  it->turned_away++;
  connection_turn_away(by, now_ns() + ns_of(seconds * (1 + (double)rand() / RAND_MAX)));
  return true;
}

/* Returns how many bytes the answer to the upgrade took; 0 while it is not complete. */
static size_t read_upgrade(crowd *it, connection *by, const char *bytes, size_t length) {
  const char *end = memmem(bytes, length, "\r\n\r\n", 4);
  if (!end) return 0;
  if (turn_away(it, by, bytes, (size_t)(end - bytes))) return 0;
  if (memcmp(bytes, "HTTP/1.1 101", 12)) {
    if (it->lost < LOSSES_TOLD) fprintf(stderr, "%.*s\n", (int)(length < 600 ? length : 600), bytes);
    lose(it, by, "upgrade refused");
    return 0;
  }
  greet(it, by);
  return (size_t)(end - bytes) + 4;
}

static void welcome(crowd *it, connection *by) {
  const char *words = it->keeps_words ? NULL : by->seat->words;
  by->state = READY;
  it->entering--;
  it->ready++;
  if (words && !connection_send_text(by, it->epoll, words, strlen(words))) lose(it, by, "could not say its words");
}

static void hear_text(crowd *it, connection *by, const frame *read) {
  uint32_t number = 0;
  said kind = it->speaks->understand(read->payload, read->length, &number);
  if (kind == SAID_BEAT) {
    if (!connection_send_text(by, it->epoll, it->speaks->beat, strlen(it->speaks->beat))) lose(it, by, "beat");
  } else if (kind == SAID_HELLO && by->state == GREETING) {
    welcome(it, by);
  } else if (by->state == READY && it->hear) {
    it->hear(it, by, kind, number, read->payload, read->length);
  }
}

static void hear_frame(crowd *it, connection *by, const frame *read) {
  if (read->opcode == FRAME_TEXT && read->is_whole) {
    hear_text(it, by, read);
  } else if (read->opcode == FRAME_PING) {
    if (!connection_send_frame(by, it->epoll, FRAME_PONG, read->payload, read->length)) lose(it, by, "pong");
  } else if (read->opcode == FRAME_CLOSE) {
    char why[64] = "closed without a code";
    const unsigned char *code = (const unsigned char *)read->payload;
    if (read->length >= 2) snprintf(why, sizeof why, "closed by the server: %d", code[0] << 8 | code[1]);
    lose(it, by, why);
  } else if (read->opcode != FRAME_PONG) {
    lose(it, by, "a frame that Yoriai never sends");
  }
}

/* Returns how many of the bytes are done with. */
static size_t take(crowd *it, connection *by, const char *bytes, size_t length) {
  size_t taken = 0;
  frame read;
  if (by->state == UPGRADING) {
    taken = read_upgrade(it, by, bytes, length);
    if (!taken) return 0;
  }
  while (by->state > TURNED_AWAY && by->state != LOST && frame_read(bytes + taken, length - taken, &read)) {
    hear_frame(it, by, &read);
    taken += read.taken;
  }
  return taken;
}

static void read_from(crowd *it, connection *by) {
  size_t kept = by->unread.length;
  if (kept) memcpy(arrived, by->unread.bytes, kept);
  ssize_t got = recv(by->fd, arrived + kept, sizeof arrived - kept, 0);
  if (got < 0 && errno == EAGAIN) return;
  if (got <= 0) {
    lose(it, by, got ? strerror(errno) : "closed, or a frame of 256 KiB");
    return;
  }
  it->read_at = now_ns();
  size_t length = kept + (size_t)got, taken = take(it, by, arrived, length);
  if (by->state == TURNED_AWAY) return;
  if (by->state != LOST && (kept || taken < length)) buffer_hold(&by->unread, arrived + taken, length - taken);
}

static void enter(crowd *it, connection *by) {
  int error = 0;
  socklen_t size = sizeof error;
  getsockopt(by->fd, SOL_SOCKET, SO_ERROR, &error, &size);
  if (error || !connection_upgrade(by, it->epoll, it->speaks->path)) lose(it, by, strerror(error));
}

static void attend(crowd *it, connection *to, uint32_t events) {
  if (to->state == CONNECTING) {
    enter(it, to);
    return;
  }
  if (events & (EPOLLIN | EPOLLHUP | EPOLLERR)) read_from(it, to);
  if (to->state != LOST && to->state != TURNED_AWAY && events & EPOLLOUT && !connection_flush(to, it->epoll)) lose(it, to, "could not write");
}

void crowd_turn(crowd *it, int most_ms) {
  static struct epoll_event events[EVENTS_MOST];
  int count = epoll_wait(it->epoll, events, EVENTS_MOST, most_ms);
  for (int i = 0; i < count; i++) {
    connection *to = events[i].data.ptr;
    if (to->state != LOST && to->state != TURNED_AWAY) attend(it, to, events[i].events);
  }
}

static void come_again(crowd *it, int among) {
  uint64_t now = now_ns();
  for (int i = 0; i < among; i++) {
    connection *by = &it->all[i];
    if (by->state != TURNED_AWAY || by->comes_at > now) continue;
    if (!connection_open(by, it->epoll)) lose(it, by, strerror(errno));
  }
}

bool crowd_let_in(crowd *it, int until, int at_once, double most_seconds) {
  uint64_t last = now_ns() + ns_of(most_seconds);
  int next = it->ready + it->lost;
  while (it->ready + it->lost < until && now_ns() < last) {
    while (next < until && it->entering < at_once) {
      connection *by = &it->all[next++];
      it->entering++;
      if (!connection_open(by, it->epoll)) lose(it, by, strerror(errno));
    }
    crowd_turn(it, 50);
    if (it->turned_away) come_again(it, next);
  }
  if (it->ready < until) fprintf(stderr, "%d of %d are in, %d lost\n", it->ready, until, it->lost);
  return it->ready == until;
}

void crowd_idle(crowd *it, double seconds) {
  for (uint64_t last = now_ns() + ns_of(seconds); now_ns() < last;) crowd_turn(it, 5);
}
