/* crowd.h: all clients together: lets them in, reads what they hear, answers heartbeats. */
#ifndef LOAD_CROWD_H
#define LOAD_CROWD_H

#include "connection.h"
#include "dialect.h"

typedef struct crowd crowd;

/* Called for each thing a ready client hears, save beats and hellos. */
typedef void hearing(crowd *it, connection *by, said kind, uint32_t number, const char *text, size_t length);

struct crowd {
  const dialect *speaks;
  connection *all;
  int count, epoll;
  int ready, entering, lost;
  int turned_away; /* how often somebody was told to come again */
  hearing *hear;    /* may be NULL */
  void *hearer;     /* for whoever hears */
  bool keeps_words; /* says nothing when it is welcome */
  uint64_t read_at; /* when the bytes now being heard were read */
};

void crowd_make(crowd *it, const dialect *speaks, const seats *seated);

/* Lets in clients until so many have come, at most `at_once` on the way. False when it takes too long. */
bool crowd_let_in(crowd *it, int until, int at_once, double most_seconds);

/* One look at all sockets, waiting at most so long for something to happen. */
void crowd_turn(crowd *it, int most_ms);

void crowd_idle(crowd *it, double seconds);

bool crowd_post(crowd *it, connection *by, uint32_t number, const char *text);

#endif
