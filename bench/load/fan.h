/* fan.h: senders post into their rooms, a fixed number of messages in flight each, and deliveries are counted. */
#ifndef LOAD_FAN_H
#define LOAD_FAN_H

#include "crowd.h"
#include "histogram.h"
#include "options.h"

#define MOST_IN_FLIGHT 64

typedef struct {
  uint64_t posted, answered, refused, delivered;
} tally;

typedef struct {
  uint64_t posted_at;
  uint32_t number;
  int left; /* members who have not had it yet */
  bool is_open, is_answered;
} flight;

typedef struct {
  connection *by;
  uint32_t next_number;
  int in_flight, members;
  flight flights[MOST_IN_FLIGHT];
} sender;

typedef struct {
  const options *asked;
  sender *senders;
  int sender_count;
  bool is_posting, is_measuring;
  tally told;
  histogram delivery, answer; /* filled while measuring */
} fan;

/* Makes the first client of every room its sender and listens to the crowd from now on. */
void fan_make(fan *it, crowd *among, const seats *seated, const options *asked);

/* Posts and counts for the time asked; prints what was measured as one line of JSON. False when it stalled. */
bool fan_run(fan *it, crowd *among);

#endif
