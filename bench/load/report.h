/* report.h: what was used and told at one moment, and the lines of JSON made of two such moments. */
#ifndef LOAD_REPORT_H
#define LOAD_REPORT_H

#include "crowd.h"
#include "fan.h"
#include "options.h"
#include "process.h"

typedef struct {
  uint64_t at, server_ns, second_ns, database_ns, own_ns;
  threads_use threads;
  tally told;
} use;

use use_now(const options *asked, const tally *told);

void report_fan(const fan *it, const crowd *among, const use *before, const use *after);

typedef struct {
  int online;
  long resident_kib;
  double seconds;    /* to let this step's clients in */
  double cpu_us;     /* of the server, for each of them */
} step;

typedef struct {
  uint64_t lines, bytes, refused;
  histogram back; /* when each had all it missed, from the moment at which all set out */
} storm_told;

void report_storm(const storm_told *told, const crowd *among, const use *before, const use *after, const options *asked);

typedef enum { DAY_SWITCH, DAY_SCROLL, DAY_POST, DAY_REACT, ACTIONS } day_kind;

typedef struct {
  const char *name;
  histogram took;
  uint64_t sum_ns, failed;
} day_action;

typedef struct {
  day_action actions[ACTIONS];
  uint64_t heard, refused;
  int unanswered; /* when it was over */
} day_told;

void report_day(const day_told *told, const crowd *among, const use *before, const use *after, const options *asked);

void report_idle(const step *steps, int count, const crowd *among);

#endif
